using System.Net;
using System.Text;
using Muster.Server.Tests.Events;
using Muster.Testing;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster feed</c>, against a node.</summary>
public sealed class FeedCommandTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = TemporaryFolder.Make();
    private EventStage _stage = null!;
    private string _client = "";

    public async ValueTask InitializeAsync()
    {
        _stage = await EventStage.SetAsync();
        var roles = (await _stage.Client.GetAsync("/access-roles")).Items;
        var role = roles.First(one => one.GetProperty("name").GetString() == "Administrator").GetProperty("id");
        var made = (await _stage.Client.PostAsync(
            "/clients",
            new { name = "acd", grants = new[] { new { role_id = role.GetGuid(), scope_kind = "all" } } }))
            .Is(HttpStatusCode.Created);
        _client = made.At("client", "client_id");
        await File.WriteAllTextAsync(Secret, made.At("client_secret"));
    }

    [Fact]
    public async Task A_file_goes_in_once_however_often_it_is_fed_and_what_is_added_goes_in_the_next_time()
    {
        // Two full batches, and nothing after them.
        await WriteAsync(_stage.Events(1, 4_000));

        var first = await FeedAsync(0);
        var heard = (await _stage.SourceAsync()).At("heard_at");
        await WriteAsync(_stage.Events(1, 4_100));
        var second = await FeedAsync(0);

        Assert.Contains("4000 lines taken in, 0 were there before", first, StringComparison.Ordinal);
        Assert.NotEqual("", heard);
        Assert.Contains("acd is at position 4000 of run 1.", second, StringComparison.Ordinal);
        Assert.Contains("100 lines taken in, 4000 were there before", second, StringComparison.Ordinal);
        Assert.Equal(4_100, (await _stage.ReadAsync()).Count);
    }

    [Fact]
    public async Task Lines_without_positions_get_their_numbers_and_bad_ones_are_told()
    {
        await WriteAsync(
        [
            .. _stage.Events(1, 4).Select(line => "{" + line[(line.IndexOf(',') + 1)..]), "", "garbage",
            "{\"agent\":\"1\"}",
        ]);

        var said = await FeedAsync(1);
        var again = await FeedAsync(0);

        Assert.Contains("4 lines taken in, 0 were there before, 2 cannot be used. Position 4.", said,
            StringComparison.Ordinal);
        Assert.Contains("position 7: at is required: when it happened.", said, StringComparison.Ordinal);
        Assert.Contains("0 lines taken in", again, StringComparison.Ordinal);
        Assert.Equal([1L, 2L, 3L, 4L], (await _stage.ReadAsync()).Select(row => row.Seq));
    }

    [Fact]
    public async Task A_followed_file_goes_in_as_it_grows_also_over_a_database_that_was_away()
    {
        await WriteAsync(_stage.Events(1, 10));
        using var muster = Start("--follow");
        await UntilAsync(10);

        await _stage.ScalarAsync("ALTER TABLE event_feed RENAME TO event_feed_away");
        await File.AppendAllLinesAsync(Lines, _stage.Events(11, 10));
        await Until.FineAsync(Patience, () => Task.FromResult(
            muster.Said.Contains("Trying again.", StringComparison.Ordinal) ? null : muster.Said));
        await _stage.ScalarAsync("ALTER TABLE event_feed_away RENAME TO event_feed");
        await UntilAsync(20);
        var last = _stage.Event(21);
        await File.AppendAllTextAsync(Lines, last[..30]);
        await File.AppendAllTextAsync(Lines, last[30..] + "\n");
        await UntilAsync(21);

        Assert.Equal("0", (await _stage.SourceAsync()).At("quarantined"));
    }

    [Fact]
    public async Task Lines_of_a_pipe_go_in_as_they_come_and_its_end_is_the_end()
    {
        using var muster = MusterProcess.StartUnder(
            ["bash", "-c", "mkfifo \"$0\"; exec \"$@\" < \"$0\"", Pipe],
            [.. Arguments("-"), "--follow"]);
        await Until.FineAsync(Patience, () => Task.FromResult(File.Exists(Pipe) ? null : "There is no pipe."));
        await using (var pipe = new FileStream(Pipe, FileMode.Open, FileAccess.Write))
        {
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(_stage.Event(1) + "\n"));
            await pipe.FlushAsync();
            await UntilAsync(1);
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(_stage.Event(2)));
        }

        Assert.True(await muster.EndAsync() == 0, muster.Said);
        await UntilAsync(2);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_missing_file_are_told_at_once()
    {
        await WriteAsync(_stage.Events(1, 1));
        await File.WriteAllTextAsync(Secret, "wrong");

        Assert.Contains("does not know the client", await FeedAsync(1), StringComparison.Ordinal);
        File.Delete(Secret);
        Assert.Contains("cannot be read", await FeedAsync(1), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _stage.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private string Lines => Path.Combine(_folder.FullName, "events.ndjson");

    private string Pipe => Path.Combine(_folder.FullName, "pipe");

    private string Secret => Path.Combine(_folder.FullName, "secret");

    private Task WriteAsync(IEnumerable<string> lines) =>
        File.WriteAllTextAsync(Lines, string.Join('\n', lines) + "\n");

    private Task<TimeSpan> UntilAsync(long last) => Until.FineAsync(Patience, async () =>
        await _stage.Log.LastAsync(default) == last ? null : $"{await _stage.Log.LastAsync(default)} are in.");

    private MusterProcess Start(params string[] more) => MusterProcess.Start([.. Arguments(Lines), .. more]);

    private string[] Arguments(string file) =>
    [
        "feed", file, "--source", "acd", "--url", _stage.Node.Host.Address.ToString(), "--client-id", _client,
        "--secret-file", Secret,
    ];

    private async Task<string> FeedAsync(int code)
    {
        using var muster = Start();
        Assert.True(code == await muster.EndAsync(), muster.Said);
        return muster.Said;
    }
}
