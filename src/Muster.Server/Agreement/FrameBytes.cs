using System.Buffers;
using Muster.Cluster.Mesh;

namespace Muster.Server.Agreement;

/// <summary>
/// Frames as they go over the wire. One that goes over several links, one right after the other, is written once.
/// Belongs to a strand.
/// </summary>
internal sealed class FrameBytes
{
    private Frame? _last;
    private ReadOnlyMemory<byte> _bytes;

    public ReadOnlyMemory<byte> Of(Frame frame)
    {
        if (!ReferenceEquals(frame, _last))
        {
            var buffer = new ArrayBufferWriter<byte>();
            FrameCodec.Write(frame, buffer);
            (_last, _bytes) = (frame, buffer.WrittenMemory);
        }

        return _bytes;
    }
}
