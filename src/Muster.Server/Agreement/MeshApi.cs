using Muster.Server.Api;
using Muster.Server.Api.Access;

namespace Muster.Server.Agreement;

/// <summary>Where other nodes knock.</summary>
public static class MeshApi
{
    public static void MapMesh(this IEndpointRouteBuilder root) => LateRoutes
        .MapGet(root, MeshSockets.Path, AcceptAsync)
        .ForAnyone("Nodes prove with the cluster's key who they are, before anything else.").ExcludeFromDescription();

    private static async Task<IResult> AcceptAsync(HttpContext http, ClusterParts cluster)
    {
        if (cluster.MeshOff is { } why)
        {
            return Problems.Result(http, ProblemKind.NotFound, why);
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            return Problems.Result(http, ProblemKind.Invalid, "This address is for the WebSocket links between nodes.");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        if (await cluster.Sockets.AcceptAsync(socket, http.RequestAborted) is { } connection)
        {
            await cluster.Node.AcceptAsync(connection, http.RequestAborted);
        }

        return Results.Empty;
    }
}
