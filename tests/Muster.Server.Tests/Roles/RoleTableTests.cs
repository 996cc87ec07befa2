using Muster.Server.Roles;

namespace Muster.Server.Tests.Roles;

public sealed class RoleTableTests
{
    [Fact]
    public void The_table_names_every_part_of_the_design() => Assert.Equal(
        ["server", "directory", "aggregator", "builder", "daemon", "etl", "edge", "all"],
        RoleTable.All.Select(role => role.Name));

    [Fact]
    public void All_stands_for_every_role_that_has_work() => Assert.Equal(
        RoleTable.All.Where(role => role.AddServices is not null), RoleTable.Resolve("all"));

    [Fact]
    public void A_list_is_put_in_the_order_of_the_table_and_each_role_is_taken_once() =>
        Assert.Equal(
            ["server", "directory", "aggregator", "builder"],
            RoleTable.Resolve(" Builder, all,server ").Select(role => role.Name));

    [Fact]
    public void Every_role_needs_only_what_there_is() => Assert.All(
        RoleTable.All.SelectMany(role => role.Needs),
        need => Assert.True(need == "database" || RoleTable.Find(need) is not null, need));

    [Fact]
    public void An_unknown_role_is_refused_with_the_nearest_name()
    {
        var refused = Assert.Throws<StartRefusedException>(() => RoleTable.Resolve("servr"));

        Assert.Contains("Maybe server is meant", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void No_role_at_all_is_refused(string list) =>
        Assert.Throws<StartRefusedException>(() => RoleTable.Resolve(list));

    [Fact]
    public void A_role_without_work_is_refused_rather_than_started_for_nothing()
    {
        var idle = RoleTable.All.First(role => role.AddServices is null && role.Parts is null);

        var refused = Assert.Throws<StartRefusedException>(() => RoleTable.Resolve(idle.Name));

        Assert.Contains("has no work in this version", refused.Message, StringComparison.Ordinal);
    }
}
