using Muster.Server.Api.Nodes;
using Muster.Server.Roles;

namespace Muster.Server.Tests.Api.Nodes;

public sealed class RoleViewTests
{
    [Fact]
    public void A_list_of_roles_names_those_that_have_work()
    {
        var all = RoleTable.Find("all")!;

        Assert.Equal("Stands for server, directory, aggregator, builder.", RoleView.Of(all, []).Detail);
    }
}
