namespace Muster.Server.Tests.Sources;

/// <summary>Some bytes, after which the connection breaks.</summary>
internal sealed class BrokenStream(byte[] bytes) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == bytes.Length)
        {
            throw new IOException("The connection was reset.");
        }

        var read = Math.Min(count, bytes.Length - _at);
        bytes.AsSpan(_at, read).CopyTo(buffer.AsSpan(offset));
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
