using Muster.Domain.Identity;
using Muster.Domain.Sources;
using Muster.Server.Host;
using Muster.Server.Identity;
using Muster.Server.Sources;
using Muster.Storage;
using Microsoft.Extensions.DependencyInjection;
using static System.Net.HttpStatusCode;

namespace Muster.Server.Tests.Roles;

public sealed class DirectoryRoleTests
{
    [Fact]
    public async Task A_directory_runs_by_itself_and_programs_sign_in_to_it()
    {
        await using var node = await TestNode.StartAsync("Server:Roles=directory");
        var connection = await ClientAsync(node);
        using var program = node.Anonymous();
        var issued = await program.PostFormAsync(
            "//oauth/token", ("grant_type", "client_credentials"), ("client_id", connection.ClientId),
            ("client_secret", connection.ClientSecret));
        program.Bearer = issued.Is(OK).At("access_token");

        (await program.PutAsync("/directory/tenants/t1", new { name = "x" })).Is(Created);

        var source = new DirectorySource(DirectorySource.CreateClient(), connection, TimeProvider.System);
        var found = await source.FindAsync(ObjectKind.Tenant, "t1", default);
        Assert.Equal(new SourceTenant("x"), found!.Content);
        (await program.GetAsync("/users")).Is(NotFound);
        (await program.GetAsync("//health/ready")).Is(OK);
    }

    private static async Task<DirectoryConnection> ClientAsync(TestNode node)
    {
        var services = node.Host.Services;
        var context = new WriteContext(Actor.Muster("test"), node.Time.GetUtcNow(), "test");
        await using var transaction = await services.GetRequiredService<Database>().BeginAsync(context, default);
        var grant = await BuiltInRoleIds.GrantAsync(services, BuiltInRole.Administrator, default);
        var made = await services.GetRequiredService<ApiClients>().CreateAsync(
            transaction, new NewClient("program", null, [grant]), Granter.CommandLine, default);
        await transaction.CommitAsync(default);
        return new DirectoryConnection(node.Host.Address)
        {
            ClientId = made.Value.Client.PublicId,
            ClientSecret = made.Value.Secret,
        };
    }
}
