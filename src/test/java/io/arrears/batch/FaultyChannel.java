package io.arrears.batch;

import io.arrears.batch.Faults.Call;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** An open file of which a write or a force fails where {@link Faults} say so; of a write that fails the half is written. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final String file;
    private final Faults faults;

    FaultyChannel(FileChannel real, String file, Faults faults) {
        this.real = real;
        this.file = file;
        this.faults = faults;
    }

    private void strike(Call call) throws IOException {
        if (faults.strikes(call, file)) {
            throw new IOException(call == Call.FORCE ? "Input/output error" : "No space left on device");
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (faults.strikes(Call.WRITE, file)) {
            real.write(source.slice(source.position(), source.remaining() / 2));
            throw new IOException("No space left on device");
        }
        return real.write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        strike(Call.WRITE);
        return real.write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        strike(Call.WRITE);
        return real.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        strike(Call.FORCE);
        real.force(metaData);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        if (target instanceof FaultyChannel written) {
            written.strike(Call.WRITE);
            return real.transferTo(position, count, written.real);
        }
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        strike(Call.WRITE);
        return real.transferFrom(source, position, count);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        strike(Call.WRITE);
        real.truncate(size);
        return this;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return real.read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return real.read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return real.read(target, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
