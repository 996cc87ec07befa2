namespace Muster.Server.Reports;

/// <summary>
/// Keeps what is written at once until it is handed on without blocking: writers of files know no asynchronous way, and
/// answers know no other.
/// </summary>
internal sealed class PendingBytes : Stream
{
    private readonly MemoryStream _bytes = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands on what was written since.</summary>
    public async Task DrainAsync(Stream to, CancellationToken token)
    {
        await to.WriteAsync(_bytes.GetBuffer().AsMemory(0, (int)_bytes.Length), token);
        _bytes.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _bytes.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _bytes.Write(buffer);

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
