using Muster.Cluster;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Agreement;
using Muster.Server.Api.Access;

namespace Muster.Server.Api.Cluster;

/// <summary>The cluster: nodes, links, duties, versions.</summary>
public static class ClusterApi
{
    public static void MapClusterApi(this IEndpointRouteBuilder api)
    {
        var cluster = api.MapGroup("/system").WithTags("Cluster");
        cluster.MapGet("/cluster", DescribeAsync).Requires(Permissions.SystemView).Answers<ClusterView>()
            .Called("Describes the cluster", "Nodes, links, leases and versions, as the node that answers sees them.");
        cluster.MapPost("/leases/{name}/handover", HandOverAsync).Requires(Permissions.SystemEdit)
            .Answers<LeaseView>().Answers<LeaseView>(StatusCodes.Status202Accepted)
            .Called("Hands a duty to another node", "Answers when that node has it; 202 when it has not yet.");
        cluster.MapGet("/scopes/{name}/applied", WaitAsync).Requires(Permissions.SystemView).Answers<ReceiptView>()
            .Called("Says which nodes have applied a version",
                "Waits up to wait_ms (at most 10000) until every node that serves the scope has, or is gone.");
    }

    private static Task<ClusterView> DescribeAsync(HttpContext http, ClusterStatus status) =>
        status.DescribeAsync(http.RequestAborted);

    private static async Task<IResult> WaitAsync(
        HttpContext http, ClusterNode node, string name, [AsParameters] AppliedQuery asked)
    {
        var scope = new ScopeName(name);
        var checks = new FieldChecks().That(asked.Version >= 0, "version", "must not be negative.")
            .That(asked.WaitMs is null or (>= 0 and <= 10_000), "wait_ms", "must be 0 to 10000.");
        if (checks.Refusal is { } invalid)
        {
            return Problems.Of(invalid, http);
        }

        if (!node.Positions.TryGetValue(scope, out var applied))
        {
            return Problems.Of(new Refusal.NotFound("scope", name), http);
        }

        var position = new ScopePosition(asked.Timeline ?? applied.Timeline, asked.Version);
        var receipt = await node.WaitUntilAppliedAsync(
            scope, position, TimeSpan.FromMilliseconds(asked.WaitMs ?? 0), http.RequestAborted);
        return TypedResults.Ok(ReceiptView.Of(receipt));
    }

    private static async Task<IResult> HandOverAsync(
        HttpContext http, ClusterParts parts, TimeProvider time, string name, HandoverBody body)
    {
        var outcome = await new Handover(parts.Leases, time).RunAsync(name, body.To, http.RequestAborted);
        return outcome.Refused is { } refusal ? Problems.Of(refusal, http)
            : outcome.Value.IsDone ? TypedResults.Ok(LeaseView.Of(outcome.Value.Lease))
            : TypedResults.Accepted((string?)null, LeaseView.Of(outcome.Value.Lease));
    }
}
