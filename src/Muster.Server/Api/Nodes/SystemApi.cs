using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Health;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Server.Roles;
using Muster.Storage;
using Muster.Storage.Health;

namespace Muster.Server.Api.Nodes;

/// <summary>The System page: nodes, roles, options.</summary>
public static class SystemApi
{
    public static void MapSystemApi(this IEndpointRouteBuilder api)
    {
        var system = api.MapGroup("/system").WithTags("System");
        system.MapGet("/ping", () => TypedResults.Ok(new PingView("pong"))).ForSignedIn().Answers<PingView>()
            .Called("Answers when sign-in and API work", "For monitors and connection tests.");
        system.MapGet("/node", NodeAsync).Requires(Permissions.SystemView).Answers<NodeView>()
            .Called("Describes the node that answers");
        system.MapGet("/roles", Roles).Requires(Permissions.SystemView).Answers<Page<RoleView>>()
            .Called("Lists the roles a node can play");
        system.MapGet("/options", Options).Requires(Permissions.SystemView).Answers<Page<OptionView>>()
            .Called("Lists every option with its value and source", "Secrets are never shown.");
    }

    private static async Task<NodeView> NodeAsync(
        HttpContext http, NodeInfo node, NodeHealth health, HealthStore store, IServer server, TimeProvider time)
    {
        var report = await health.CheckAsync(http.RequestAborted);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return new NodeView(
            node.Name,
            NodeInfo.Build,
            node.StartedAt,
            (long)(time.GetUtcNow() - node.StartedAt).TotalSeconds,
            Environment.ProcessId,
            Environment.MachineName,
            [.. node.Roles.Select(role => role.Name)],
            [.. addresses],
            Environment.WorkingSet,
            report,
            await DatabaseAsync(node, store, http.RequestAborted));
    }

    // The page is asked for just when something is wrong, so it must not need the database.
    private static async Task<NodeDatabaseView?> DatabaseAsync(
        NodeInfo node, HealthStore store, CancellationToken token)
    {
        try
        {
            var facts = await store.ReadFactsAsync(token);
            return new NodeDatabaseView(node.DatabaseKind, facts.Version, facts.SchemaVersion, facts.SizeBytes);
        }
        catch (Exception problem) when (StorageTrouble.IsPassing(problem))
        {
            return null;
        }
    }

    private static Page<RoleView> Roles(NodeInfo node) =>
        new([.. RoleTable.All.Select(role => RoleView.Of(role, node.Roles))]);

    private static Page<OptionView> Options(OptionSet options) => new([.. options.Effective.Select(OptionView.Of)]);
}
