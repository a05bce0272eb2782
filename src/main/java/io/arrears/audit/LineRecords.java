package io.arrears.audit;

/** The lines behind the first of a text file, all lines of a trail; a file that is neither has no records. */
final class LineRecords implements Measured.Records {

    private final boolean isText;
    private final boolean isTrail;
    private long lines;
    private int last = '\n';

    LineRecords(String name) {
        this.isText = name.endsWith(".txt");
        this.isTrail = name.equals(Manifest.TRAIL);
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
        return isText ? Math.max(0, all - 1) : isTrail ? all : 0;
    }
}
