using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Muster.Server.Tests.Telemetry;

public sealed class OtlpTests
{
    [Fact]
    public async Task Metrics_arrive_at_the_collector_that_was_named()
    {
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var collector = await CollectorAsync(request =>
            arrived.TrySetResult($"{request.Path} {request.ContentType}"));

        await using var node = await TestNode.StartAsync(
            $"Telemetry:OtlpEndpoint={collector.Urls.Single()}", "Telemetry:OtlpInterval=1");

        Assert.Equal(
            "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export application/grpc", await arrived.Task);
    }

    private static async Task<WebApplication> CollectorAsync(Action<HttpRequest> receive)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(end => end.Protocols = HttpProtocols.Http2));
        var collector = builder.Build();
        collector.Run(http =>
        {
            receive(http.Request);
            return Task.CompletedTask;
        });
        await collector.StartAsync();
        return collector;
    }
}
