namespace Muster.Cluster.Tests.Mutations;

/// <summary>The mistakes that the simulation has to see: each was made somewhere once, or nearly.</summary>
internal static class MutationList
{
    private const string Cluster = "src/Muster.Cluster/";
    private const string Simulated = "tests/Muster.Cluster.Tests/Simulation/";
    private const string Database = Simulated + "SimDatabase.";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("The fence is locked with FOR KEY SHARE, which a takeover does not wait for",
            Database + "Leases.cs", "await LockOf($\"fence {name}\").TakeAsync(session);", ""),
        new("A holder trusts its timer and writes without checking the fence",
            Database + "Fenced.cs", "if (!IsCurrent(fence))", "if (transaction.IsEnded)"),
        new("The timeline is left out of the token",
            Database + "Leases.cs", "            Timeline = Timeline,", "            Timeline = 1,"),
        new("A takeover keeps the epoch", Database + "Leases.cs", "Epoch = lease.Epoch + 1", "Epoch = lease.Epoch"),
        new("The position of the work is kept outside the transaction of the work",
            Database + "Fenced.cs", "            Cursor = item,",
            "            Cursor = _state.Cursor + (_world.Chances(0.9) ? 1 : 0),"),
        new("The holder counts its life from the answer, not from the question",
            Cluster + "Leases/Lease.cs", "Interlocked.Exchange(ref _sentAt, sentAt);",
            "Interlocked.Exchange(ref _sentAt, _time.GetTimestamp());"),
        new("The holder never stands down by itself",
            Cluster + "Leases/Lease.cs", "return left > TimeSpan.Zero ? left : TimeSpan.Zero;",
            "return left > TimeSpan.Zero ? left : _timing.StandDown;"),
        new("A restarted node is taken for the one it replaces",
            Cluster + "Mesh/SeenFrames.cs", "known.Incarnation < origin.Incarnation", "known.Window is null"),
        new("What was seen is forgotten after a while",
            Cluster + "Mesh/SeenWindow.cs", "var isNew = (_bits[Word(seq)] & Bit(seq)) == 0;", "var isNew = true;"),
        new("Nothing is relayed", Cluster + "Mesh/NodeMesh.Frames.cs", "route.Hop < _timing.HopLimit", "route.Hop < 1"),
        new("The lost last message is never missed",
            Cluster + "Mesh/NodeMesh.Frames.cs", "            _listener.Hear(scope, position, null);", ""),
        new("A node acknowledges before it has applied",
            Cluster + "Mesh/NodeMesh.Frames.cs", "                _applied.Set();",
            "                Originate(new FrameBody.Ack(_settings.Self, news.Scope, news.Position), origin.Name);"),
        new("A change is applied over a gap",
            Cluster + "Streams/PendingDeltas.cs", "delta.Base == applied.Version",
            "delta.Base >= applied.Version"),
        new("A filled value counts from when it was read, not from when it was asked for",
            Cluster + "Streams/CachedEntries.cs",
            "var entry = new Entry(now.Content.Lineage, now.Position, read(key, now.Position));",
            "var value = read(key, now.Position); value.ContinueWith(_ => _entries[key] = "
            + "new Entry(marks.Current!.Content.Lineage, marks.Current!.Position, value), "
            + "TaskContinuationOptions.ExecuteSynchronously); "
            + "var entry = new Entry(now.Content.Lineage, now.Position, value);"),
        new("Who has lost its membership goes on serving",
            Cluster + "Members/Membership.cs", "time.GetElapsedTime(sentAt) < timing.CurrentFor",
            "time.GetElapsedTime(sentAt) < timing.CurrentFor * 9"),
        new("Who comes back serves before it has asked anew",
            Cluster + "ClusterNode.cs", "        && fresh >= bound\n", ""),
        new("Positions of different timelines are compared by their versions",
            Cluster + "Streams/ScopePosition.cs",
            "Timeline != other.Timeline ? Timeline.CompareTo(other.Timeline) : ", ""),
        new("The wait counts only who was known before the commit",
            Cluster + "Streams/Watermarks.cs",
            "wait.Concern(await membership.TryReadAsync(token), membership.Members);",
            "wait.Concern(true, membership.Members);"),
        new("Who cannot read the membership declares the others dead",
            Cluster + "Members/MemberWatch.cs", "askedAt <= seenAt || time.GetElapsedTime(seenAt, askedAt) < deadAfter",
            "time.GetElapsedTime(seenAt, askedAt) < deadAfter / 5"),
        new("After a failover the membership is trusted at once",
            Cluster + "Members/Membership.cs", "time.GetElapsedTime(since) >= timing.DeadAfter", "since > Never"),
        new("A wake-up before the wait is forgotten",
            Cluster + "Signal.cs", "            _set = true;", ""),
        new("A renewal revives an expired lease",
            Database + "Leases.cs", "\n                || lease.ExpiresAt <= Clock)", ")"),
        new("An old event replaces a newer one that waits",
            Cluster + "Mesh/LinkQueue.cs", "young.Position >= old.Position ? next with", "true ? next with"),
        new("A failover goes unnoticed", Simulated + "SimDatabase.cs", "        Timeline++;\n", ""),
    ];
}
