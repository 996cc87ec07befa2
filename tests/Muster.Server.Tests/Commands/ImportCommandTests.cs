using Muster.Domain.Organization;
using Muster.Domain.People;

namespace Muster.Server.Tests.Commands;

/// <summary><c>muster import</c>, on a database that a node has too.</summary>
public sealed class ImportCommandTests : IAsyncLifetime
{
    private const string Head = "external_id,first_name,last_name";

    private static readonly Tenant Acme = new() { Id = new TenantId(Guid(1)), Name = "Acme" };
    private static readonly Skill Billing = new() { Id = new SkillId(Guid(2)), Name = "Billing", TenantId = Acme.Id };
    private static readonly Skill Sales = new() { Id = new SkillId(Guid(3)), Name = "Sales", TenantId = Acme.Id };

    private SyncStage _stage = null!;

    public async ValueTask InitializeAsync()
    {
        _stage = await SyncStage.BuildAsync();
        await _stage.MakeAsync(Acme, Billing, Sales, Sales with { Id = new SkillId(Guid(4)) });
    }

    [Fact]
    public async Task People_come_in_and_whoever_is_not_in_the_next_file_stays()
    {
        _stage.Folder.Write("people.csv", $"{Head},skills\ne1,Amy,Ant,Billing:7\ne2,Bob,Bee,\n");

        var first = await ImportAsync(0);
        _stage.Folder.Write("people.csv", $"{Head},skills\ne1,Amy,Owl,Billing:8\n");
        var second = await ImportAsync(0);

        Assert.Contains("2 people read, 2 changed, 0 rows refused.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("issues", first, StringComparison.Ordinal);
        Assert.Contains("1 people read, 1 changed, 0 rows refused.", second, StringComparison.Ordinal);
        var source = Assert.Single(await _stage.Stores.Sources.ListAsync(CancellationToken.None));
        var people = await _stage.Stores.Mirror.ReadPeopleAsync(source.Id.Value, null, "", 9, CancellationToken.None);
        Assert.Equal(["Amy Owl", "Bob Bee"], people.Select(row => row.Last!.Label));
        var amy = await _stage.Stores.Agents.FindAsync(new AgentId(people[0].Entity!.Value), CancellationToken.None);
        Assert.Equal((Acme.Id, new AgentSkill(Billing.Id, 8)), (amy!.Tenant, Assert.Single(amy.Skills)));
        Assert.Contains("payroll", await _stage.RunAsync(0, "sync", "status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_row_that_was_refused_is_printed_and_the_others_go_in()
    {
        _stage.Folder.Write("people.csv", $"{Head},hired_on\ne1,Amy,Ant,1.2.26\ne2,Bob,Bee,\n");

        var said = await ImportAsync(1);

        Assert.Contains(
            "people.csv, line 2: hired_on must be a date, not \"1.2.26\". Maybe write it as 2026-03-29.", said,
            StringComparison.Ordinal);
        Assert.Contains("1 people read, 1 changed, 1 rows refused.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_skills_have_stands_for_none()
    {
        _stage.Folder.Write("people.csv", $"{Head},skills\ne1,Amy,Ant,Sales:7\n");

        Assert.Contains("1 issues of this source are open.", await ImportAsync(0), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_one_sentence()
    {
        Assert.Contains("cannot be read", await ImportAsync(1), StringComparison.Ordinal);
        _stage.Folder.Write("people.csv", "external_id\n");
        Assert.Contains("has no columns first_name, last_name.", await ImportAsync(1), StringComparison.Ordinal);
        Assert.Contains("Maybe Acme is meant.", await ImportAsync(1, "Acmee"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private static Guid Guid(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private Task<string> ImportAsync(int code, string tenant = "Acme") => _stage.RunAsync(
        code, "import", _stage.Folder.PathOf("people.csv"), "--source", "payroll", "--tenant", tenant);
}
