using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Muster.Server.Api;

namespace Muster.Server.Tests.Api;

public sealed class ProblemMiddlewareTests
{
    [Fact]
    public async Task A_database_that_is_away_is_one_line_of_the_log_for_each_request()
    {
        var away = new TimeoutException("Nobody answers.\nMaybe wait.", new IOException("The line is cut."));

        var (status, line) = await AnswerAsync(away);

        Assert.Equal((503, LogLevel.Warning), (status, line.Level));
        Assert.Equal(
            "GET /people: the database did not answer (request 7): Nobody answers. Maybe wait.: The line is cut.",
            line.Text);
        Assert.Null(line.Problem);
    }

    [Fact]
    public async Task A_fault_of_ours_is_logged_with_all_that_is_known_of_it()
    {
        var fault = new InvalidOperationException("This cannot be.");

        var (status, line) = await AnswerAsync(fault);

        Assert.Equal((500, LogLevel.Error, fault), (status, line.Level, line.Problem));
    }

    private static async Task<(int Status, (LogLevel Level, string Text, Exception? Problem) Line)> AnswerAsync(
        Exception problem)
    {
        var lines = new LogLines<ProblemMiddleware>();
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, TraceIdentifier = "7" };
        (http.Request.Method, http.Request.Path) = ("GET", "/people");

        await new ProblemMiddleware(_ => Task.FromException(problem), lines).InvokeAsync(http);

        return (http.Response.StatusCode, Assert.Single(lines.All));
    }
}
