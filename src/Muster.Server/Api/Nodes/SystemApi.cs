using Muster.Domain.Identity;
using Muster.Server.Api.Access;
using Muster.Server.Host;
using Muster.Server.Options;
using Muster.Server.Roles;

namespace Muster.Server.Api.Nodes;

/// <summary>The System page: nodes, roles, options.</summary>
public static class SystemApi
{
    public static void MapSystemApi(this IEndpointRouteBuilder api)
    {
        var system = api.MapGroup("/system").WithTags("System");
        system.MapGet("/ping", Ping).ForSignedIn().Answers<PingView>()
            .Called("Answers when sign-in and API work", "For monitors and connection tests.");
        system.MapGet("/node", DescribeAsync).Requires(Permissions.SystemView).Answers<NodeView>()
            .Called("Describes the node that answers");
        system.MapGet("/roles", ListRoles).Requires(Permissions.SystemView).Answers<Page<RoleView>>()
            .Called("Lists the roles a node can play");
        system.MapGet("/options", ListOptions).Requires(Permissions.SystemView).Answers<Page<OptionView>>()
            .Called("Lists every option with its value and source", "Secrets are never shown.");
    }

    private static PingView Ping() => new("pong");

    private static Task<NodeView> DescribeAsync(HttpContext http, NodeStatus status) =>
        status.DescribeAsync(http.RequestAborted);

    private static Page<RoleView> ListRoles(NodeInfo node) =>
        new([.. RoleTable.All.Select(role => RoleView.Of(role, node.Roles))]);

    private static Page<OptionView> ListOptions(OptionSet options) =>
        new([.. options.Effective.Select(OptionView.Of)]);
}
