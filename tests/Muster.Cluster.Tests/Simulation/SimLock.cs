namespace Muster.Cluster.Tests.Simulation;

/// <summary>A lock of the database, exclusive or shared; those who wait get it in order.</summary>
internal sealed class SimLock
{
    private readonly LinkedList<(bool Shared, object Owner, TaskCompletionSource Granted)> _waiting = [];
    private readonly List<(bool Shared, object Owner)> _held = [];

    public bool IsHeldBy(object owner) => _held.Exists(held => held.Owner == owner);

    public object? Holder => _held.Count > 0 ? _held[0].Owner : null;

    public Task TakeAsync(object owner, bool shared = false)
    {
        var granted = new TaskCompletionSource();
        _waiting.AddLast((shared, owner, granted));
        Grant();
        return granted.Task;
    }

    public void Release(object owner)
    {
        _held.RemoveAll(held => held.Owner == owner);
        for (var node = _waiting.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Owner == owner)
            {
                _waiting.Remove(node);
            }

            node = next;
        }

        Grant();
    }

    private void Grant()
    {
        while (_waiting.First is { } first
            && _held.TrueForAll(held => (held.Shared && first.Value.Shared) || held.Owner == first.Value.Owner))
        {
            _waiting.RemoveFirst();
            _held.Add((first.Value.Shared, first.Value.Owner));
            first.Value.Granted.TrySetResult();
        }
    }
}
