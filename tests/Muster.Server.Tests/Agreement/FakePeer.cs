using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Muster.Server.Tests.Agreement;

/// <summary>Answers where a node is expected, and says what it is told to.</summary>
internal sealed class FakePeer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakePeer(WebApplication application) => _application = application;

    public string Address => _application.Urls.First();

    public static async Task<FakePeer> StartAsync(params string[] says)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.UseWebSockets();
        application.Run(async http =>
        {
            using var socket = await http.WebSockets.AcceptWebSocketAsync();
            foreach (var message in says)
            {
                await socket.SendAsync(
                    Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true,
                    http.RequestAborted);
            }

            await socket.ReceiveAsync(new byte[4096], http.RequestAborted);
        });
        await application.StartAsync();
        return new FakePeer(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
