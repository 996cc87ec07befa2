using Muster.Cluster;
using Muster.Cluster.Leases;
using Muster.Cluster.Streams;
using Muster.Domain.Identity;
using Muster.Domain.Outcomes;
using Muster.Server.Agreement;
using Muster.Server.Api.Access;
using Muster.Server.Identity;

namespace Muster.Server.Api.Cluster;

/// <summary>The cluster: nodes, links, duties, versions.</summary>
public static class ClusterApi
{
    // A handover takes milliseconds; a holder that does not answer is found dead in two seconds.
    private static readonly TimeSpan HandoverPatience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WaitersPatience = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

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
        HttpContext http, ClusterNode node, string name, long version, int? timeline = null, int wait_ms = 0)
    {
        var scope = new ScopeName(name);
        var checks = new FieldChecks().That(version >= 0, "version", "must not be negative.")
            .That(wait_ms is >= 0 and <= 10_000, "wait_ms", "must be 0 to 10000.");
        if (checks.Refusal is { } invalid)
        {
            return Problems.Of(invalid, http);
        }

        if (!node.Positions.TryGetValue(scope, out var applied))
        {
            return Problems.Of(new Refusal.NotFound("scope", name), http);
        }

        var position = new ScopePosition(timeline ?? applied.Timeline, version);
        var receipt = await node.WaitUntilAppliedAsync(
            scope, position, TimeSpan.FromMilliseconds(wait_ms), http.RequestAborted);
        return TypedResults.Ok(ReceiptView.Of(receipt));
    }

    private static async Task<IResult> HandOverAsync(
        HttpContext http, ClusterNode node, TimeProvider time, string name, HandoverBody body)
    {
        var asked = time.GetTimestamp();
        while (Refuse(await FindAsync(node, name, http.RequestAborted), name, body.To) is { } refusal)
        {
            // A node that waits is not seen to while it looks at the lease; a moment later it is.
            if (refusal is not Refusal.Conflict || time.GetElapsedTime(asked) >= WaitersPatience)
            {
                return Problems.Of(refusal, http);
            }

            await Task.Delay(Look, time, http.RequestAborted);
        }

        asked = time.GetTimestamp();
        await node.Leases.AskHandoverAsync(name, body.To, http.RequestAborted);
        while (true)
        {
            var lease = (await FindAsync(node, name, http.RequestAborted))!;
            if (lease.Holder?.Name == body.To)
            {
                return TypedResults.Ok(LeaseView.Of(lease));
            }

            if (time.GetElapsedTime(asked) >= HandoverPatience)
            {
                return TypedResults.Accepted((string?)null, LeaseView.Of(lease));
            }

            await Task.Delay(Look, time, http.RequestAborted);
        }
    }

    private static Refusal? Refuse(LeaseState? lease, string name, string to) =>
        lease is null ? new Refusal.NotFound("lease", name)
        : lease.Holder?.Name == to ? new Refusal.Conflict($"{to} has {name} already.")
        : !lease.Waiting.Contains(to) ? new Refusal.Conflict(
            $"{to} does not wait for {name}.\nMaybe choose one that does: {string.Join(", ", lease.Waiting)}.")
        : null;

    private static async Task<LeaseState?> FindAsync(ClusterNode node, string name, CancellationToken token) =>
        (await node.Leases.ReadAsync(token)).FirstOrDefault(lease => lease.Fence.Lease == name);
}
