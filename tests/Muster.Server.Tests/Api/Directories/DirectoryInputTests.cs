using System.Text.Json;
using static System.Net.HttpStatusCode;
using static Muster.Server.Tests.Api.Directories.DirectoryTrial;

namespace Muster.Server.Tests.Api.Directories;

public sealed class DirectoryInputTests
{
    /// <summary>A field of a person, what is put there, the field that is named, and a piece of the remedy.</summary>
    public static TheoryData<string, string, string, string> BadPeople { get; } = new()
    {
        { "tenant", "\"t9\"", "tenant", "\"t9\" is no tenant of the directory. Maybe send the tenant first." },
        { "tenant", "null", "tenant", "must not be null" },
        { "tenant", "\"a b\"", "tenant", "visible characters" },
        { "first_name", "\"\"", "first_name", "1 to 200 characters" },
        { "last_name", "\" x\"", "last_name", "must not begin or end with a space" },
        { "last_name", "\"a\\u0007b\"", "last_name", "control characters" },
        { "last_name", "7", "last_name", "wrong type" },
        { "user_name", "\"ann ames\"", "user_name", "must not contain spaces" },
        { "email", "\"ann.example.org\"", "email", "name@example.org" },
        { "email", "\"a@b@c\"", "email", "name@example.org" },
        { "site", "\"nowhere\"", "site", "is no site of the directory" },
        { "time_zone", "\"t2-zone\"", "time_zone", "is a time zone of tenant t2. Maybe refer to one of t1." },
        {
            "skills", """[{"skill":"t1-skill","level":101}]""", "skills[0].level",
            "\"101\" is out of range. Maybe use 0 to 100."
        },
        { "skills", """[{"skill":"t1-skill","level":-1}]""", "skills[0].level", "Maybe use 0 to 100" },
        { "skills", """[{"skill":"t1-skill","level":"5"}]""", "skills[0].level", "wrong type" },
        { "skills", """[{"skill":"t1-skill"}]""", "skills[0].level", "is required" },
        { "skills", """[{"skill":"gone","level":1}]""", "skills[0].skill", "was removed. Maybe send the skill again" },
        {
            "skills", """[{"skill":"t1-skill","level":1},{"skill":"t1-skill","level":2}]""", "skills[1].skill",
            "stands in skills[0].skill too"
        },
        { "logins", """[{"switch":"none","code":"1"}]""", "logins[0].switch", "is no switch of the directory" },
        { "logins", """[{"switch":"t1-switch","code":""}]""", "logins[0].code", "1 to 200 characters" },
        { "hired_on", "\"2026-02-30\"", "hired_on", "must be a date like 2026-03-29" },
        { "attributes", "[]", "attributes", "wrong type" },
        { "attributes", $$"""{"x":"{{new string('y', 17_000)}}"}""", "attributes", "16384 are kept" },
        { "shoe_size", "44", "shoe_size", "is not a known field" },
    };

    [Theory]
    [MemberData(nameof(BadPeople))]
    public async Task A_person_that_is_wrong_is_refused_with_field_and_remedy(
        string member, string value, string field, string remedy)
    {
        await using var trial = await StartAsync();
        await trial.FillAsync("t2");
        await trial.PutAsync("skills/gone", new { tenant = "t1", name = "x" });
        await trial.RemoveAsync("skills/gone");

        var refused = (await trial.Client.PutAsync("/directory/people/p1", With(member, value))).Is(BadRequest);

        Assert.Contains(field, refused.Fields);
        Assert.Contains(remedy, refused.Detail, StringComparison.Ordinal);
        (await trial.GetAsync("people/p1")).Is(NotFound);
    }

    [Theory]
    [InlineData("Europe/Berln", "Maybe Europe/Berlin is meant.")]
    [InlineData("europe/berlin", "Maybe Europe/Berlin is meant.")]
    [InlineData("W. Europe Standard Time", "is no time zone of the IANA database. Maybe")]
    public async Task An_unknown_zone_is_refused_with_the_nearest_name(string zone, string remedy)
    {
        await using var trial = await StartAsync();

        var refused = (await trial.Client.PutAsync(
            "/directory/time-zones/z", new { tenant = "t1", name = "x", zone })).Is(BadRequest);

        Assert.Equal(["zone"], refused.Fields);
        Assert.Contains(remedy, refused.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_would_be_a_part_of_itself_is_refused_with_the_path()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("sites/b", new { tenant = "t1", name = "x", parent = "t1-site" });

        var refused = (await trial.Client.PutAsync(
            "/directory/sites/t1-site", new { tenant = "t1", name = "x", parent = "b" })).Is(BadRequest);

        Assert.Contains("t1-site > b > t1-site", refused.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%20")]
    [InlineData("a%20b")]
    [InlineData("%E2%80%8B")]
    [InlineData("a%0Ab")]
    public async Task An_external_id_that_cannot_be_seen_is_refused(string escaped)
    {
        await using var trial = await StartAsync();

        var refused = await trial.Client.PutAsync($"/directory/skills/{escaped}", new { tenant = "t1", name = "x" });

        Assert.Equal(["external_id"], refused.Is(BadRequest).Fields);
    }

    [Fact]
    public async Task An_external_id_of_more_than_200_characters_is_refused()
    {
        await using var trial = await StartAsync();
        var skill = new { tenant = "t1", name = "x" };

        await trial.PutAsync($"skills/{new string('x', 200)}", skill);
        (await trial.Client.PutAsync($"/directory/skills/{new string('x', 201)}", skill)).Is(BadRequest);
    }

    [Fact]
    public async Task Of_a_bulk_what_is_wrong_is_refused_and_the_rest_goes_in()
    {
        await using var trial = await StartAsync();
        await trial.PutAsync("people/old", Person());

        var answer = await trial.BulkAsync(
            "people",
            new { external_id = "p1", content = Person() },
            new { external_id = "p2", content = JsonElement.Parse(With("email", "\"x\"")) },
            new { external_id = "twice", content = Person() },
            new { external_id = "twice", content = Person(lastName: "Other") },
            new { external_id = "old", remove = true },
            new { external_id = "never", remove = true },
            new { external_id = "p3" },
            new { external_id = "p4", content = Person(), version = 9 },
            new { content = Person() },
            new { external_id = "p5", content = Person(), colour = "red" },
            "person",
            new { external_id = "p6", content = Person("t9") });

        Assert.Equal(
            [
                "created", "refused", "refused", "refused", "removed", "refused", "refused", "refused", "refused",
                "refused", "refused", "refused",
            ],
            answer.Items.Select(item => item.GetProperty("outcome").GetString()));
        Assert.Equal(("1", "0", "1", "10"), (
            answer.At("created"), answer.At("updated"), answer.At("removed"), answer.At("refused")));
        var wrong = answer.Items[1];
        Assert.Equal(2, wrong.GetProperty("item").GetInt32());
        var error = wrong.GetProperty("errors")[0];
        Assert.Equal(("email", "x"), (error.GetProperty("field").GetString(), error.GetProperty("value").GetString()));
        var listed = Assert.Single((await trial.GetAsync("people")).Items);
        Assert.Equal("p1", listed.GetProperty("external_id").GetString());
        Assert.Contains("items 3, 4", answer.Items[2].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sites_of_one_bulk_may_be_parts_of_each_other_in_any_order()
    {
        await using var trial = await StartAsync();

        var answer = await trial.BulkAsync(
            "sites",
            new { external_id = "floor", content = new { tenant = "t1", name = "x", parent = "house" } },
            new { external_id = "house", content = new { tenant = "t1", name = "x" } },
            new { external_id = "y", content = new { tenant = "t1", name = "x", parent = "z" } },
            new { external_id = "z", content = new { tenant = "t1", name = "x", parent = "y" } });

        Assert.Equal(
            ["created", "created", "refused", "refused"],
            answer.Items.Select(item => item.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_bulk_has_1_to_1000_items_and_may_be_larger_than_other_requests()
    {
        await using var trial = await StartAsync();
        object[] Items(int count) => [.. Enumerable.Range(0, count).Select(at => (object)new
        {
            external_id = $"k{at}",
            content = new { tenant = "t1", name = "x", },
        })];
        (await trial.Client.PostAsync("/directory/skills/bulk", new { items = Items(0) })).Is(BadRequest);
        (await trial.Client.PostAsync("/directory/skills/bulk", new { items = Items(1001) })).Is(BadRequest);

        var large = With("attributes", $$"""{"x":"{{new string('y', 15_000)}}"}""");
        var answer = await trial.BulkAsync("people", [.. Enumerable.Range(0, 200).Select(at =>
            (object)new { external_id = $"p{at}", content = JsonElement.Parse(large) })]);

        Assert.Equal("200", answer.At("created"));
    }

    [Fact]
    public async Task A_bulk_that_is_sent_again_with_its_key_is_answered_and_not_repeated()
    {
        await using var trial = await StartAsync();
        var body = new { items = new[] { new { external_id = "k", content = new { tenant = "t1", name = "x" } } } };
        (await trial.Client.PostAsync("/directory/skills/bulk", body, ("Idempotency-Key", "one"))).Is(OK);
        await trial.RemoveAsync("skills/k");

        var again = await trial.Client.PostAsync("/directory/skills/bulk", body, ("Idempotency-Key", "one"));

        Assert.Equal("1", again.Is(OK).At("created"));
        Assert.Equal("2", (await trial.GetAsync("skills/k")).At("version"));
    }
}
