using System.Globalization;
using Muster.Domain.Organization;
using Muster.Server.Api;
using Muster.Server.Api.Adherence;
using Muster.Server.Api.Json;
using Muster.Server.Simulate;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary>Fetches an export from a node into a file, which is there as a whole or not at all.</summary>
internal sealed class ExportRun(ExportOrder order)
{
    private const int BlockBytes = 128 * 1024;
    private const double BytesPerMegabyte = 1_000_000;

    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(0.5);

    private readonly TimeProvider _time = TimeProvider.System;

    /// <exception cref="StartRefusedException">The node refuses, or the file cannot be written.</exception>
    public async Task<int> RunAsync(CancellationToken token)
    {
        try
        {
            await (Console.IsErrorRedirected
                ? FetchAsync(_ => { }, token)
                : Terminal.Error.Status().StartAsync(
                    "Asking for the rows.", status => FetchAsync(text => status.Status(text), token)));
            return 0;
        }
        catch (Exception problem) when (problem is HttpRequestException or HttpIOException)
        {
            throw new StartRefusedException(
                $"{order.Login.Node} broke the export off: {problem.Message}",
                "Maybe try again: nothing was written.", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"{order.Out} cannot be written: {problem.Message}", "Maybe another folder.", problem);
        }
    }

    private async Task FetchAsync(Action<string> tell, CancellationToken token)
    {
        var unit = await UnitAsync(token);
        using var http = new HttpClient { BaseAddress = order.Login.Node, Timeout = Timeout.InfiniteTimeSpan };
        await new NodeSignIn(http, order.Login.Client, order.Login.Secret).EnsureAsync(token);
        using var answer = await http.GetAsync(
            new Uri(Path(unit), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, token);
        if (!answer.IsSuccessStatusCode)
        {
            throw new StartRefusedException(
                $"{order.Login.Node} refuses the export ({(int)answer.StatusCode}): "
                    + FeedSender.Detail(await answer.Content.ReadAsStringAsync(token)));
        }

        await using var content = await answer.Content.ReadAsStreamAsync(token);
        var begun = _time.GetTimestamp();
        var bytes = await WriteAsync(content, tell, token);
        Terminal.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{order.Out?.Name ?? "Done"}: {bytes / BytesPerMegabyte:0.0} MB in ")
            + string.Create(
                CultureInfo.InvariantCulture, $"{_time.GetElapsedTime(begun).TotalSeconds:0.0} s. {Until(answer)}"));
    }

    private static string Until(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues(HistoryPages.UntilHeader, out var until)
            ? $"Results are stored until {until.First()}."
            : "Nothing is stored yet: a node with the role aggregator stores results.";

    private async Task<long> WriteAsync(Stream content, Action<string> tell, CancellationToken token)
    {
        if (order.Out is not { } file)
        {
            await using var output = Console.OpenStandardOutput();
            return await CopyAsync(content, output, tell, token);
        }

        var draft = $"{file.FullName}.{Environment.ProcessId}.part";
        try
        {
            long bytes;
            await using (var output = File.Create(draft))
            {
                bytes = await CopyAsync(content, output, tell, token);
            }

            File.Move(draft, file.FullName, overwrite: true);
            return bytes;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<long> CopyAsync(Stream content, Stream output, Action<string> tell, CancellationToken token)
    {
        var (block, bytes, told) = (new byte[BlockBytes], 0L, _time.GetTimestamp());
        while (await content.ReadAsync(block, token) is > 0 and var count)
        {
            await output.WriteAsync(block.AsMemory(0, count), token);
            bytes += count;
            if (_time.GetElapsedTime(told) > BetweenNews)
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"{bytes / BytesPerMegabyte:0.0} MB"));
                told = _time.GetTimestamp();
            }
        }

        return bytes;
    }

    // Who gives an id needs no right to see the organization.
    private async Task<Guid> UnitAsync(CancellationToken token)
    {
        if (Guid.TryParse(order.Unit, out var id))
        {
            return id;
        }

        using var node = new NodeQuestions(order.Login, _time, sentence => Terminal.Error.WriteLine(sentence));
        return SimulatedUnit.Find(
            order.Unit, await node.ItemsAsync<BusinessUnit>("/organization/business-units", token),
            await node.ItemsAsync<ManagementUnit>("/organization/management-units", token)).Id;
    }

    private string Path(Guid unit)
    {
        var days = string.Create(
            CultureInfo.InvariantCulture, $"from={order.From:uuuu-MM-dd}&to={order.To:uuuu-MM-dd}");
        var (list, by) = order.By == ExportFlags.Exceptions ? ("exceptions", "") : ("history", $"&by={order.By}");
        return $"{ApiRoot.Path}/adherence/{list}?unit_id={unit}&{days}{by}&format={EnumWord.Write(order.Format)}";
    }
}
