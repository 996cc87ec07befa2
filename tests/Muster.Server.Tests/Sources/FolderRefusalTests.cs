using Muster.Domain.Sources;

namespace Muster.Server.Tests.Sources;

/// <summary>What a folder's files may have wrong, and what is said of it.</summary>
public sealed class FolderRefusalTests : IDisposable
{
    private const string Columns = "external_id,first_name,last_name,is_agent,hired_on,skills,logins\n";

    private readonly FolderOfFiles _folder = new("acme");

    [Theory]
    [InlineData("e2,,Bee,,,,", "first_name", "is missing.\nMaybe fill it in, or take the row out.")]
    [InlineData("e2,Ann,Bee,yes,,,", "is_agent", "must be true or false, not \"yes\".\nMaybe write true.")]
    [InlineData("e2,Ann,Bee,,29.03.2026,,", "hired_on",
        "must be a date, not \"29.03.2026\".\nMaybe write it as 2026-03-29.")]
    [InlineData("e2,Ann,Bee,,,billing:x,", "skills",
        "must have levels of 0 to 100, not \"billing:x\".\nMaybe write it as billing:7;sales:3.")]
    [InlineData("e2,Ann,Bee,,,billing:101,", "skills",
        "must have levels of 0 to 100, not \"billing:101\".\nMaybe write it as billing:7;sales:3.")]
    [InlineData("e2,Ann,Bee,,,,4711", "logins",
        "must have a colon between name and value, not \"4711\".\nMaybe write it as billing:7;sales:3.")]
    [InlineData("e2,Ann,Bee", "",
        "The row has 3 fields where the first line names 7.\n"
        + "Maybe put a field that holds the separator between quotation marks.")]
    [InlineData("e2,A\"nn,Bee,,,,", "",
        "A quotation mark stands in a field that does not begin with one.\n"
        + "Maybe put the field between quotation marks, and write that one twice.")]
    [InlineData("e2,A\0nn,Bee,,,,", "first_name", "holds a NUL character.\nMaybe write the file again.")]
    [InlineData("e1,Ann,Bee,,,,", "external_id",
        "e1 stands in people.csv, line 2 already.\nMaybe take one of the rows out.")]
    public async Task A_row_that_cannot_be_used_is_refused_and_the_others_go_in(string row, string field, string reason)
    {
        _folder.Write("people.csv", $"{Columns}e1,Amy,Ant,,,,\n{row}\ne3,Cyd,Cat,,,,\n");

        var rows = await _folder.ReadAsync();

        Assert.Equal(
            new RejectedRow(ObjectKind.Person, row[..2], "people.csv, line 3", field, reason),
            Assert.Single(rows, given => given.Rejected is not null).Rejected);
        Assert.Equal(
            ["acme", "e1", "e3"],
            rows.Select(given => given.Given).OfType<SourceObject>().Select(said => said.ExternalId));
    }

    [Fact]
    public async Task A_row_without_an_id_names_nobody()
    {
        _folder.Write("people.csv", $"{Columns},Amy,Ant,,,,\n");

        var refused = Assert.Single(await _folder.ReadAsync(), row => row.Rejected is not null).Rejected!;

        Assert.Equal((null, "external_id"), (refused.ExternalId, refused.Field));
    }

    [Fact]
    public async Task An_id_too_long_for_an_index_is_refused()
    {
        _folder.Write("skills.csv", $"external_id,name\n{new string('x', 301)},Billing\n");

        var refused = Assert.Single(await _folder.ReadAsync(), row => row.Rejected is not null).Rejected!;

        Assert.Equal(
            "must have at most 300 characters, not 301.\nMaybe it is another column's.", refused.Reason);
    }

    [Theory]
    [InlineData("- {external_id: e1, first_name: Amy}", "last_name",
        "is missing.\nMaybe fill it in, or take the row out.")]
    [InlineData("- {external_id: e1, first_name: [Amy], last_name: Ant}", "first_name",
        "must be one text, not a list or a map.\nMaybe write it on the same line.")]
    [InlineData("- {external_id: e1, first_name: A, first_name: B, last_name: Ant}", "first_name",
        "stands in the row twice.\nMaybe take one of them out.")]
    [InlineData("- {external_id: e1, first_name: A, last_name: B, skills: [{skill: billing}]}", "skills",
        "must name skill and level of each, and nothing else.\nMaybe write each as {skill: ..., level: ...}.")]
    [InlineData("- {external_id: e1, first_name: A, last_name: B, attributes: [x]}", "attributes",
        "must be a map.\nMaybe give each attribute a column of its own.")]
    [InlineData("- just a text", "", "The row is no map.\nMaybe begin it with \"- external_id: \".")]
    public async Task A_row_of_yaml_is_refused_alike(string row, string field, string reason)
    {
        _folder.Write("people.yaml", $"# People\n{row}\n");

        var refused = Assert.Single(await _folder.ReadAsync(), given => given.Rejected is not null).Rejected!;

        Assert.Equal(("people.yaml, line 2", field, reason), (refused.Place, refused.Field, refused.Reason));
    }

    [Fact]
    public async Task An_unknown_column_is_refused_once_and_left_out()
    {
        _folder.Write("sites.csv", "external_id,name,timezone\ns1,Berlin,de\ns2,Bonn,de\n");

        var rows = await _folder.ReadAsync();

        Assert.Equal(
            new RejectedRow(ObjectKind.Site, null, "sites.csv, line 1", "timezone",
                "is no field of sites, and was left out.\nMaybe time_zone is meant."),
            Assert.Single(rows, row => row.Rejected is not null).Rejected);
        Assert.Equal(new SourceSite("acme", "Bonn"), rows[^1].Given!.Content);
    }

    [Theory]
    [InlineData("people.csv", "external_id,frist_name,last_name\n",
        "people.csv has no column first_name.\nMaybe frist_name is to be called first_name.")]
    [InlineData("people.csv", "external_id\n",
        "people.csv has no columns first_name, last_name.\nMaybe add it; the first line names the columns.")]
    [InlineData("people.csv", "external_id,first_name,last_name,last_name\n",
        "people.csv has the column last_name twice.\nMaybe take one of them out.")]
    [InlineData("people.csv", "",
        "people.csv is empty.\nMaybe it is still being written; its first line names the columns.")]
    [InlineData("people.csv", "external_id,first_name,last_name\ne1,Amy,Ant\ne2,Bob,\"Bee\ne3,Cyd,Cat\n",
        "people.csv, line 3: a quotation mark is not closed.\n"
        + "Maybe close it; inside a quoted field it is written twice.")]
    [InlineData("people.csv", "external_id,first_name,last_name\ne1,\"Amy,Ant\ne2,Bob,\"Bee\"\ne3,Cyd,Cat\n",
        "people.csv, line 2: a quotation mark is not closed.\n"
        + "Maybe close it; inside a quoted field it is written twice.")]
    [InlineData("people.yaml", "external_id: e1\n",
        "people.yaml, line 1: A list of maps is expected.\nMaybe begin each row with \"- external_id: \".")]
    [InlineData("people.yaml", "- &a {external_id: e1}\n- *a\n- [*a]\n",
        "people.yaml, line 2: A value is expected here; aliases are not read.\nMaybe write it out.")]
    [InlineData("people.yaml", "- {external_id: e1}\n---\n- {external_id: e2}\n",
        "people.yaml, line 2: A second document begins here.\nMaybe write one list.")]
    public async Task A_file_that_is_wrong_as_a_whole_ends_the_reading(string name, string text, string sentence)
    {
        _folder.Write(name, text);

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(_folder.ReadAsync);

        Assert.Equal(sentence, broken.Message);
    }

    [Fact]
    public async Task Broken_yaml_names_its_line()
    {
        _folder.Write("people.yaml", "- external_id: e1\n  first_name: \"Amy\n");

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(_folder.ReadAsync);

        Assert.StartsWith("people.yaml, line 2 is no YAML: ", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_mark_never_closed_takes_no_memory()
    {
        _folder.Write("people.csv", $"{Columns}e1,\"Amy,{new string('x', 1_000_000)}\n");

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(_folder.ReadAsync);

        Assert.StartsWith("people.csv, line 2: a quotation mark", broken.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "people.csv, line 3: byte 80 of the file is 0xFC, which is not UTF-8.")]
    [InlineData(200_000, "people.csv, line 10003: byte 200080 of the file is 0xFC, which is not UTF-8.")]
    public async Task What_is_not_utf_8_is_named_by_line_and_byte(int before, string sentence)
    {
        var lines = string.Concat(Enumerable.Repeat("eeeeeeeee,Amy,Antt,\n", before / 20));
        const string Head = "external_id,first_name,last_name,is_agent,hired_on,skills,x\n";
        var text = $"{Head}{lines}e1,Amy,Ant,,,,\ne2,M\0ller,Bee,,,,\n";
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)0)] = 0xFC;
        _folder.Write("people.csv", bytes);

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(_folder.ReadAsync);

        Assert.Equal($"{sentence}\nMaybe save it again as UTF-8; Excel calls that \"CSV UTF-8\".", broken.Message);
    }

    [Fact]
    public async Task Without_a_tenant_anywhere_the_remedy_names_both_places()
    {
        using var folder = new FolderOfFiles();
        folder.Write("people.csv", Columns);

        var broken = await Assert.ThrowsAsync<SourceBrokenException>(folder.ReadAsync);

        Assert.Equal(
            "people.csv has no column tenant.\n"
            + "Maybe add it, or say whose the files are in the settings of the source.",
            broken.Message);
    }

    public void Dispose() => _folder.Dispose();
}
