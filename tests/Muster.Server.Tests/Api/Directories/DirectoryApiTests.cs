using System.Net;
using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Api.Directories.DirectoryTrial;

namespace Muster.Server.Tests.Api.Directories;

public sealed class DirectoryApiTests
{
    [Fact]
    public async Task What_was_put_can_be_read_and_listed()
    {
        await using var trial = await StartAsync();

        var made = await trial.Client.PutAsync("/directory/people/p1", Person());

        Assert.Equal("/api/v2/wfm/directory/people/p1", made.Is(Created).Headers["Location"]);
        var read = (await trial.GetAsync("people/p1")).Is(OK);
        Assert.Equal(("person", "p1", "1"), (read.At("kind"), read.At("external_id"), read.At("version")));
        Assert.Equal("Ames", read.At("content", "last_name"));
        Assert.Equal("\"1\"", read.ETag);
        var listed = Assert.Single((await trial.GetAsync("people")).Items);
        Assert.Equal("p1", listed.GetProperty("external_id").GetString());
    }

    [Fact]
    public async Task Two_tenants_may_call_everything_alike()
    {
        await using var trial = await StartAsync();
        await trial.FillAsync("t2");
        await trial.PutAsync("people/p1", Person("t1"));
        await trial.PutAsync("people/p2", Person("t2"));

        var ofSecond = (await trial.GetAsync("people?tenant=t2")).Items;

        Assert.Equal("p2", Assert.Single(ofSecond).GetProperty("external_id").GetString());
        Assert.Equal(2, (await trial.GetAsync("skills")).Items.Count);
        Assert.Single((await trial.GetAsync("tenants?tenant=t2")).Items);
    }

    [Fact]
    public async Task What_changes_nothing_makes_no_change()
    {
        await using var trial = await StartAsync();
        var attributes = new { b = 1, a = new { z = 1.0, y = "\u00e4" } };
        await trial.PutAsync("people/p1", new { tenant = "t1", first_name = "A", last_name = "B", attributes });
        var before = await trial.PositionAsync();

        var again = await trial.PutAsync("people/p1", new
        {
            last_name = "B",
            first_name = "A",
            attributes = new { a = new { y = "\u00e4", z = 1.0 }, b = 1 },
            tenant = "t1",
            skills = Array.Empty<object>(),
        });

        Assert.Equal("1", again.Is(OK).At("version"));
        Assert.Equal(before, await trial.PositionAsync());
    }

    [Fact]
    public async Task Attributes_are_kept_as_they_are()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/p1", With("attributes", """{"badge":"17","nested":{"x":[1,2.50,null,true]}}"""));

        var kept = (await trial.GetAsync("people/p1")).Body.GetProperty("content").GetProperty("attributes");

        Assert.True(JsonElement.DeepEquals(
            JsonElement.Parse("""{"badge":"17","nested":{"x":[1,2.50,null,true]}}"""), kept), kept.ToString());
    }

    [Fact]
    public async Task A_removed_object_stays_as_removed_and_its_version_goes_on_when_it_comes_back()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/p1", Person());
        await trial.RemoveAsync("people/p1");

        Assert.Empty((await trial.GetAsync("people")).Items);
        var gone = Assert.Single((await trial.GetAsync("people?include_removed=true")).Items);
        Assert.Equal(JsonValueKind.Null, gone.GetProperty("content").ValueKind);
        Assert.Equal("2", (await trial.GetAsync("people/p1")).Is(OK).At("version"));
        await trial.RemoveAsync("people/p1");
        var back = await trial.Client.PutAsync("/directory/people/p1", Person());
        Assert.Equal("3", back.Is(Created).At("version"));
    }

    [Fact]
    public async Task A_change_with_a_version_is_made_only_from_that_version()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/p1", Person());

        (await trial.Client.PutAsync("/directory/people/p1", Person(lastName: "B"), ("If-Match", "\"7\"")))
            .Is(PreconditionFailed);
        (await trial.Client.DeleteAsync("/directory/people/p1", ("If-Match", "\"7\""))).Is(PreconditionFailed);
        (await trial.Client.PutAsync("/directory/people/p1", Person(lastName: "B"), ("If-Match", "\"1\""))).Is(OK);
        (await trial.Client.PutAsync("/directory/people/new", Person(), ("If-Match", "\"1\"")))
            .Is(PreconditionFailed);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("a%b?c#d")]
    [InlineData("\u00c4rger-\u6f22-\ud83d\ude00")]
    [InlineData("'; DROP TABLE entry; --x")]
    public async Task An_external_id_is_the_one_that_was_sent(string id)
    {
        await using var trial = await StartAsync();
        var path = $"skills/{Uri.EscapeDataString(id.Replace(' ', '_'))}";

        var made = await trial.PutAsync(path, new { tenant = "t1", name = "x" });

        Assert.Equal(id.Replace(' ', '_'), made.At("external_id"));
        (await trial.Client.GetAsync($"//{made.Headers["Location"].TrimStart('/')}")).Is(OK);
        await trial.RemoveAsync(path);
    }

    [Fact]
    public async Task A_list_goes_on_page_by_page()
    {
        await using var trial = await StartAsync();
        await trial.BulkAsync("skills", [.. Enumerable.Range(1, 25).Select(at =>
            (object)new { external_id = $"k{at:00}", content = new { tenant = "t1", name = "x" } })]);
        var found = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await trial.GetAsync($"skills?limit=10&cursor={cursor}")).Is(OK);
            found.AddRange(page.Items.Select(item => item.GetProperty("external_id").GetString()!));
            cursor = page.Body.GetProperty("next_cursor").GetString();
        }

        Assert.Equal([.. Enumerable.Range(1, 25).Select(at => $"k{at:00}"), "t1-skill"], found);
    }

    [Fact]
    public async Task What_is_referred_to_is_not_removed_and_the_answer_names_who_refers_to_it()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/p1", Person(skills: new { skill = "t1-skill", level = 5 }));

        foreach (var path in new[] { "skills/t1-skill", "switches/t1-switch", "sites/t1-site", "time-zones/t1-zone" })
        {
            var refused = (await trial.Client.DeleteAsync($"/directory/{path}")).Is(Conflict);
            Assert.Contains("person p1", refused.Detail, StringComparison.Ordinal);
        }

        (await trial.Client.DeleteAsync("/directory/tenants/t1")).Is(Conflict);
        await trial.RemoveAsync("people/p1");
        await trial.RemoveAsync("skills/t1-skill");
    }

    [Fact]
    public async Task Writing_takes_a_permission_of_its_own_and_is_audited()
    {
        await using var trial = await StartAsync();
        using var planner = await trial.Node.SignedInAsync("planner", "Planner");

        (await planner.GetAsync("/directory/people")).Is(Forbidden);
        (await planner.PutAsync("/directory/people/p1", Person())).Is(Forbidden);
        await trial.PutAsync("people/p1", Person());
        await trial.PutAsync("people/p1", Person(lastName: "Bell"));

        var audit = (await trial.Client.GetAsync("/audit?entity=directory_person&entity_id=p1")).Items;
        Assert.Equal(["updated", "created"], audit.Select(row => row.GetProperty("action").GetString()));
    }

    [Fact]
    public async Task What_was_never_there_is_not_found()
    {
        await using var trial = await StartAsync();

        (await trial.GetAsync("people/nobody")).Is(HttpStatusCode.NotFound);
        (await trial.Client.DeleteAsync("/directory/people/nobody")).Is(HttpStatusCode.NotFound);
    }
}
