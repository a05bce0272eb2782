package io.arrears.audit;

/** The lines of a text file but those that hold no record. */
final class LineRecords implements Measured.Records {

    private final int others;
    private long lines;
    private int last = '\n';

    LineRecords(int others) {
        this.others = others;
    }

    @Override
    public void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte next = bytes[i];
            if (next == '\n' ? last != '\r' : next == '\r') {
                lines++;
            }
            last = next;
        }
    }

    @Override
    public long end() {
        long all = last == '\n' || last == '\r' ? lines : lines + 1;
        return Math.max(0, all - others);
    }
}
