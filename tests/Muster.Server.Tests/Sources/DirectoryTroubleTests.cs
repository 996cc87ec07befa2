using System.Net;
using System.Text;
using Muster.Domain.Sources;
using Muster.Server.Sources;

namespace Muster.Server.Tests.Sources;

/// <summary>What a follower makes of a directory that is not as it should be.</summary>
public sealed class DirectoryTroubleTests
{
    private const string First = """{"position":"1.9","count":2}""";
    private const string One = """{"kind":"tenant","external_id":"t1","version":1,"content":{"name":"x"}}""";
    private const string Two = """{"kind":"tenant","external_id":"t2","version":1,"content":{"name":"x"}}""";
    private const string End = """{"end":true,"count":2}""";

    [Fact]
    public async Task A_whole_snapshot_is_read() =>
        Assert.Equal(2, (await ReadAsync(SaidDirectory.Lines(First, One, Two, End, ""))).Count);

    [Theory]
    [InlineData("1 of 2", First, One, "")]
    [InlineData("2 of 2", First, One, Two, "")]
    [InlineData("0 of 2", First, "")]
    [InlineData("1 of 2", First, One, """{"kind":"tenant","exte""")]
    [InlineData("2 of 2", First, One, Two, """{"end":true,"count":2}""")] // Its line is not ended.
    [InlineData("promised 2 objects and ended after 1", First, One, """{"end":true,"count":1}""", "")]
    [InlineData("promised 2 objects and ended after 1", First, One, """{"end":true,"count":2}""", "")]
    [InlineData("Line 3 of the snapshot is not JSON", First, One, "<html>", "")]
    public async Task A_snapshot_that_is_not_whole_is_refused_with_how_many_came(string said, params string[] lines)
    {
        var broken = await Assert.ThrowsAsync<SourceBrokenException>(() => ReadAsync(SaidDirectory.Lines(lines)));

        Assert.Contains(said, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_whose_connection_breaks_is_refused_with_how_many_came()
    {
        var bytes = Encoding.UTF8.GetBytes($"{First}\n{One}\n{Two[..9]}");

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(
            () => ReadAsync(new SaidDirectory(HttpStatusCode.OK, new StreamContent(new BrokenStream(bytes)))));

        Assert.Contains("1 of 2", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("[]", "")]
    [InlineData(One, End, "")]
    public async Task What_does_not_begin_as_a_snapshot_is_none(params string[] lines) =>
        await Assert.ThrowsAsync<SourceBrokenException>(() => ReadAsync(SaidDirectory.Lines(lines)));

    [Theory]
    [InlineData("""{"kind":"tenant","external_id":"t1","version":1,"content":{"name":7}}""", "content.name")]
    [InlineData("""{"kind":"tenant","external_id":"t1","version":1,"content":{}}""", "content")]
    [InlineData("""{"kind":"tenant","external_id":"t1","version":1}""", "content")]
    [InlineData("""{"kind":"robot","external_id":"t1","content":{}}""", "kind")]
    [InlineData("""{"kind":"tenant","content":{"name":"x"}}""", "external_id")]
    [InlineData("""["tenant"]""", "")]
    public async Task A_row_without_its_shape_is_rejected_with_its_place_and_the_others_are_read(
        string row, string field)
    {
        var rows = await ReadAsync(SaidDirectory.Lines(First, row, Two, End, ""));

        var rejected = rows[0].Rejected!;
        Assert.Equal(("snapshot, line 2", field), (rejected.Place, rejected.Field));
        Assert.NotEmpty(rejected.Reason);
        Assert.Equal("t2", rows[1].Given!.ExternalId);
    }

    [Fact]
    public async Task A_change_without_its_shape_is_rejected_with_its_place()
    {
        var source = Source(SaidDirectory.Json($$"""{"changes":[{{One}},{"kind":"x"}],"next":"1.2","more":true}"""));

        var changes = await source.ReadChangesAsync("1.0", TimeSpan.Zero, default);

        Assert.Equal(("1.2", true), (changes.Next, changes.HasMore));
        Assert.Equal("change 2 after 1.0", changes.Rows[1].Rejected!.Place);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"changes\":[],\"next\":7,\"more\":false}")]
    [InlineData("<html>")]
    public async Task An_answer_that_is_no_page_is_refused(string text) =>
        await Assert.ThrowsAsync<SourceBrokenException>(
            () => Source(SaidDirectory.Json(text)).ReadChangesAsync("1.0", TimeSpan.Zero, default));

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_directory_that_asks_to_be_left_alone_says_how_long(HttpStatusCode status)
    {
        var source = Source(new SaidDirectory(status, new StringContent("later"))
        {
            RetryAfter = TimeSpan.FromSeconds(7),
        });

        var away = await Assert.ThrowsAsync<SourceAwayException>(() => source.OpenSnapshotAsync(default));

        Assert.Equal(TimeSpan.FromSeconds(7), away.RetryAfter);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, typeof(SourceAwayException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(SourceAwayException))]
    [InlineData(HttpStatusCode.BadGateway, typeof(SourceAwayException))]
    [InlineData(HttpStatusCode.Gone, typeof(CursorRefusedException))]
    [InlineData(HttpStatusCode.NotFound, typeof(SourceBrokenException))]
    [InlineData(HttpStatusCode.Found, typeof(SourceBrokenException))]
    public async Task An_answer_that_says_no_is_told_as_what_it_is(HttpStatusCode status, Type told) =>
        await Assert.ThrowsAsync(told, () => Source(new SaidDirectory(status, new StringContent("no")))
            .ReadChangesAsync("1.0", TimeSpan.Zero, default));

    [Fact]
    public async Task An_object_is_unknown_only_when_the_directory_itself_says_so()
    {
        var proxy = Source(new SaidDirectory(HttpStatusCode.NotFound, new StringContent("404 page not found")));
        var directory = Source(new SaidDirectory(
            HttpStatusCode.NotFound, new StringContent("""{"detail":"There is no person p1."}""")));

        await Assert.ThrowsAsync<SourceBrokenException>(() => proxy.FindAsync(ObjectKind.Person, "p1", default));
        Assert.Null(await directory.FindAsync(ObjectKind.Person, "p1", default));
    }

    private static DirectorySource Source(SaidDirectory directory) => new(
        new HttpClient(directory), new DirectoryConnection(new Uri("http://directory")) { Token = "t" },
        TimeProvider.System);

    private static async Task<IReadOnlyList<SourceRow>> ReadAsync(SaidDirectory directory)
    {
        var all = new List<SourceRow>();
        await foreach (var row in (await Source(directory).OpenSnapshotAsync(default)).Rows)
        {
            all.Add(row);
        }

        return all;
    }
}
