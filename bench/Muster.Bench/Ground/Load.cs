using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Muster.Bench.Ground;

/// <summary>
/// Asks the same thing over some connections, one request at a time on each, and counts the answers. It reads no more
/// of an answer than where it ends, so that its own share of the two cores stays small.
/// </summary>
internal static class Load
{
    private const int Connections = 16;

    /// <returns>Requests a second.</returns>
    public static async Task<double> RunAsync(Uri address, string path, string? bearer, TimeSpan time)
    {
        var authorization = bearer is null ? "" : $"Authorization: Bearer {bearer}\r\n";
        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{authorization}\r\n");
        var start = TimeProvider.System.GetTimestamp();
        var counts = await Task.WhenAll(
            Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(address, request, start, time))));
        return counts.Sum() / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<long> AskAsync(Uri address, byte[] request, long start, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[16 * 1024];
        long count = 0;
        while (TimeProvider.System.GetElapsedTime(start) < time)
        {
            await socket.SendAsync(request);
            var read = 0;
            while (!IsWhole(buffer.AsSpan(0, read)))
            {
                read += await socket.ReceiveAsync(buffer.AsMemory(read));
            }

            if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, read));
            }

            count++;
        }

        return count;
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var length = answer[..head].IndexOf("Content-Length: "u8);
        return length < 0
            ? answer.EndsWith("0\r\n\r\n"u8)
            : answer.Length == head + 4 + ReadNumber(answer[(length + 16)..]);
    }

    private static int ReadNumber(ReadOnlySpan<byte> digits)
    {
        return Utf8Parser.TryParse(digits, out int number, out _) ? number : throw new InvalidDataException();
    }
}
