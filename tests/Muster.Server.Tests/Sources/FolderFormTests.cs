using System.Text;
using System.Text.Json.Nodes;
using Muster.Domain.Sources;
using NodaTime;

namespace Muster.Server.Tests.Sources;

/// <summary>The same people, however they are written down.</summary>
public sealed class FolderFormTests : IDisposable
{
    private const string Head =
        "external_id,tenant,user_name,employee_number,first_name,last_name,email,is_agent,is_active,"
        + "site,time_zone,hired_on,terminated_on,skills,logins,floor,department";

    private const string Csv = $"""
        {Head}
        e1,acme,amy,0071,Amy,{Ant},amy@acme.org,TRUE,false,{Rest}

        e2,acme,,,Bob,"Bee
        junior",,,,,,,,,,,
        e3,acme,,,Cyd,Cat,,,,,,not a date,,,,,
        """;

    private const string Ant = "\"Ant, \"\"the first\"\"\"";
    private const string Rest = "b1,de,2024-02-29,2026-01-01,billing:7;sales:3,acd1:4711;acd2:1:2,3,Service";

    private const string Yaml = """
        - external_id: e1
          tenant: acme
          user_name: amy
          employee_number: 0071
          first_name: Amy
          last_name: Ant, "the first"
          email: amy@acme.org
          is_agent: true
          is_active: false
          site: b1
          time_zone: de
          hired_on: 2024-02-29
          terminated_on: 2026-01-01
          skills: [{skill: billing, level: 7}, {skill: sales, level: 3}]
          logins:
            - {switch: acd1, code: 4711}
            - {switch: acd2, code: "1:2"}
          floor: "3"
          attributes: {department: Service}
        - external_id: e2
          tenant: acme
          user_name: ~
          email: ""
          first_name: Bob
          last_name: "Bee\njunior"
        """;

    private readonly FolderOfFiles _folder = new();

    private static SourcePerson Amy => new()
    {
        Tenant = "acme",
        UserName = "amy",
        EmployeeNumber = "0071",
        FirstName = "Amy",
        LastName = "Ant, \"the first\"",
        Email = "amy@acme.org",
        IsActive = false,
        Site = "b1",
        TimeZone = "de",
        HiredOn = new LocalDate(2024, 2, 29),
        TerminatedOn = new LocalDate(2026, 1, 1),
        Skills = [new SourceSkillLevel("billing", 7), new SourceSkillLevel("sales", 3)],
        Logins = [new SourceLogin("acd1", "4711"), new SourceLogin("acd2", "1:2")],
        Attributes = new JsonObject { ["floor"] = "3", ["department"] = "Service" },
    };

    private static SourcePerson Bob => new() { Tenant = "acme", FirstName = "Bob", LastName = "Bee\njunior" };

    [Theory]
    [InlineData("people.csv", false, "\n")]
    [InlineData("people.csv", true, "\n")]
    [InlineData("people-berlin.csv", false, "\r\n")]
    public async Task Csv_says_every_field(string name, bool hasMark, string newLine)
    {
        var text = Csv.ReplaceLineEndings(newLine).Replace("Bee\r\n", "Bee\n", StringComparison.Ordinal);
        _folder.Write(name, [.. hasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)]);

        var rows = await _folder.ReadAsync();

        AssertAlike([Amy, Bob], rows);
        Assert.Equal($"{name}, line 6", rows[2].Rejected!.Place);
    }

    [Fact]
    public async Task The_tenant_of_the_settings_may_be_called_by_its_name_and_is_no_second_one()
    {
        using var folder = new FolderOfFiles("Acme Inc.");
        folder.Write("people.csv", "external_id,first_name,last_name\ne1,Amy,Ant\n");
        folder.Write("tenants.csv", "external_id,name\nt1,Acme Inc.\nt2,Other\n");

        var read = await folder.ReadObjectsAsync();

        Assert.Equal(["t1", "t2", "e1"], read.Select(one => one.ExternalId));
        Assert.Equal("t1", Assert.IsType<SourcePerson>(read[^1].Content).Tenant);
    }

    [Fact]
    public async Task A_name_that_two_tenants_have_says_neither()
    {
        using var folder = new FolderOfFiles("Acme");
        folder.Write("people.csv", "external_id,first_name,last_name\ne1,Amy,Ant\n");
        folder.Write("tenants.csv", "external_id,name\nt1,Acme\nt2,Acme\n");

        var read = await folder.ReadObjectsAsync();

        Assert.Equal("Acme", Assert.IsType<SourcePerson>(read[^1].Content).Tenant);
    }

    [Fact]
    public async Task Semicolons_separate_as_well()
    {
        const string Quoted = "b1;de;2024-02-29;2026-01-01;\"billing:7;sales:3\";\"acd1:4711;acd2:1:2\";3;Service";
        _folder.Write("people.csv", $"""
            {Head.Replace(',', ';')}
            e1;acme;amy;0071;Amy;{Ant};amy@acme.org;TRUE;false;{Quoted}
            """);

        AssertAlike([Amy], await _folder.ReadAsync());
    }

    [Fact]
    public async Task Yaml_says_the_same()
    {
        _folder.Write("people.yml", Yaml);

        AssertAlike([Amy, Bob], await _folder.ReadAsync());
    }

    [Fact]
    public async Task Attributes_of_yaml_keep_their_kind()
    {
        _folder.Write("people.yaml", """
            - {external_id: e1, tenant: acme, first_name: A, last_name: B,
               floor: 3, share: 0.50, remote: true, badge: 007, desk: "9", keys: {b: [1, x], a: ~}}
            """);

        var person = (SourcePerson)Assert.Single(await _folder.ReadObjectsAsync()).Content!;

        Assert.Equal(
            """{"desk":"9","keys":{"a":null,"b":[1,"x"]},"badge":"007","floor":3,"share":0.50,"remote":true}""",
            person.Attributes!.ToJsonString());
    }

    [Fact]
    public async Task Objects_come_in_the_order_of_kinds_with_the_time_of_their_file()
    {
        _folder.Write("people.csv", "external_id,tenant,first_name,last_name\ne1,acme,Amy,Ant\n");
        _folder.Write("sites.yaml", "- {external_id: b2, tenant: acme, name: Bonn, time_zone: de, parent: b1}");
        _folder.Write("skills.csv", "external_id,tenant,name\nbilling,acme,Billing\n");
        _folder.Write("switches.csv", "external_id,tenant,name\nacd1,acme,Avaya\n");
        _folder.Write("time-zones.csv", "external_id,tenant,name,zone\nde,acme,Germany,Europe/Berlin\n");
        _folder.Write("tenants.csv", "external_id,name\nacme,Acme Inc.\n");
        _folder.Write("notes.txt", "no file of ours");
        File.SetLastWriteTimeUtc(_folder.PathOf("skills.csv"), new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc));

        var objects = await _folder.ReadObjectsAsync();

        Assert.Equal(
            [
                new SourceTenant("Acme Inc."), new SourceTimeZone("acme", "Germany", "Europe/Berlin"),
                new SourceSwitch("acme", "Avaya"), new SourceSkill("acme", "Billing"),
                new SourceSite("acme", "Bonn", "de", "b1"),
            ],
            objects.Take(5).Select(said => said.Content));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), objects[3].At);
        Assert.All(objects, said => Assert.Null(said.Version));
    }

    [Theory]
    [InlineData("Acme Inc.")]
    [InlineData(null)]
    public async Task A_tenant_of_the_settings_is_made_where_no_file_names_it(string? name)
    {
        using var folder = new FolderOfFiles("acme");
        folder.Write("tenants.csv", $"external_id,name\n{(name is null ? "other" : "acme")},Acme Inc.\n");
        folder.Write("people.csv", "external_id,tenant,first_name,last_name\ne1,,Amy,Ant\ne2,other,Bob,Bee\n");

        var objects = await folder.ReadObjectsAsync();

        Assert.Equal(new SourceTenant(name ?? "acme"), objects.Single(said => said.ExternalId == "acme").Content);
        Assert.Equal(
            ["acme", "other"],
            objects.Select(said => said.Content).OfType<SourcePerson>().Select(person => person.Tenant));
    }

    [Fact]
    public async Task The_same_id_in_two_files_is_refused_in_the_second()
    {
        _folder.Write("people-a.csv", "external_id,tenant,first_name,last_name\ne1,acme,Amy,Ant\n");
        _folder.Write("people-b.yaml", "- {external_id: e1, tenant: acme, first_name: Bob, last_name: Bee}");

        var refused = (await _folder.ReadAsync())[1].Rejected!;

        Assert.Equal(
            ("people-b.yaml, line 1", "e1 stands in people-a.csv, line 2 already.\nMaybe take one of the rows out."),
            (refused.Place, refused.Reason));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertAlike(IEnumerable<SourceContent> expected, IEnumerable<SourceRow> rows) => Assert.Equal(
        expected.Select(SourceJson.Write),
        rows.Select(row => row.Given).OfType<SourceObject>().Select(said => SourceJson.Write(said.Content!)));
}
