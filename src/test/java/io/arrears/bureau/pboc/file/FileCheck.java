package io.arrears.bureau.pboc.file;

import java.util.List;

/**
 * What a file is found to be from its bytes alone.
 *
 * @param faults in the order of the lines, at most {@link FileRules#MOST_FAULTS}; empty when the bureau takes the file
 * @param records the lines after the header, counted again
 */
public record FileCheck(List<FileFault> faults, long records) {

    public FileCheck {
        faults = List.copyOf(faults);
    }

    public boolean isRight() {
        return faults.isEmpty();
    }
}
