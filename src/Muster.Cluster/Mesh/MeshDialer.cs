namespace Muster.Cluster.Mesh;

/// <summary>Decides which addresses to dial, and when again. Belongs to a strand.</summary>
internal sealed class MeshDialer(MeshSettings settings, MeshTiming timing, TimeProvider time, Random chance)
{
    // Of two nodes that find each other in the membership the younger dials; the older one only if that does not work.
    private static readonly TimeSpan ElderWaits = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DialState> _addresses = [];

    /// <summary>What became of each address, for people.</summary>
    public IReadOnlyDictionary<string, string> Troubles => _addresses
        .Where(pair => pair.Value.Trouble is not null)
        .ToDictionary(pair => pair.Key, pair => pair.Value.Trouble!);

    /// <param name="members">Live nodes with their addresses.</param>
    /// <param name="linked">The names of the nodes to which there is a link.</param>
    public IReadOnlyList<string> Due(IReadOnlyList<MeshPeer> members, IReadOnlySet<string> linked)
    {
        var wanted = Wanted(members);
        foreach (var known in _addresses.Keys)
        {
            if (!wanted.ContainsKey(known))
            {
                _addresses.Remove(known);
            }
        }

        var due = new List<string>();
        foreach (var (address, node) in wanted)
        {
            if (IsDue(address, node, linked))
            {
                due.Add(address);
            }
            else if (NameOf(address, node) is { } name && linked.Contains(name))
            {
                // The other has dialled meanwhile: nothing is the matter any more.
                Find(address).Trouble = null;
            }
        }

        return due;
    }

    public void Began(string address) => Find(address).IsOpen = true;

    /// <summary>A node answered there.</summary>
    public void Answered(string address, NodeId node)
    {
        var state = Find(address);
        (state.Name, state.Pause, state.Trouble) = (node.Name, TimeSpan.Zero, null);
    }

    public void Ended(string address, string? trouble)
    {
        var state = Find(address);
        state.IsOpen = false;
        state.Trouble = trouble;
        state.Pause = state.Pause == TimeSpan.Zero
            ? timing.DialPause / 20
            : TimeSpan.FromTicks(Math.Min(state.Pause.Ticks * 2, timing.DialPause.Ticks));
        state.NotBefore = time.GetTimestamp()
            + (long)(state.Pause.TotalSeconds * (0.5 + chance.NextDouble()) * time.TimestampFrequency);
    }

    // An ordered one, because a simulation has to be repeatable. Who is at an address, the membership knows best.
    private OrderedDictionary<string, NodeId?> Wanted(IReadOnlyList<MeshPeer> members)
    {
        var wanted = new OrderedDictionary<string, NodeId?>();
        foreach (var member in members.Where(member => member.Node.Name != settings.Self.Name))
        {
            foreach (var address in member.Addresses)
            {
                wanted.TryAdd(address, member.Node);
            }
        }

        foreach (var address in settings.Peers)
        {
            wanted.TryAdd(address, null);
        }

        return wanted;
    }

    private bool IsDue(string address, NodeId? node, IReadOnlySet<string> linked)
    {
        var (state, name) = (Find(address), NameOf(address, node));
        return !state.IsOpen
            && (name is null || (name != settings.Self.Name && !linked.Contains(name)))
            && time.GetTimestamp() >= state.NotBefore
            && (node is not { } other || other.Incarnation < settings.Self.Incarnation
                || time.GetElapsedTime(state.KnownSince) >= ElderWaits);
    }

    private string? NameOf(string address, NodeId? node) => node?.Name ?? Find(address).Name;

    private DialState Find(string address)
    {
        if (!_addresses.TryGetValue(address, out var state))
        {
            state = new DialState { KnownSince = time.GetTimestamp(), NotBefore = time.GetTimestamp() };
            _addresses[address] = state;
        }

        return state;
    }

    private sealed class DialState
    {
        public long KnownSince { get; init; }

        public long NotBefore { get; set; }

        public bool IsOpen { get; set; }

        public string? Name { get; set; }

        public TimeSpan Pause { get; set; }

        public string? Trouble { get; set; }
    }
}
