namespace Muster.Cluster.Mesh;

/// <summary>Questions to all nodes, and the answers that have come. Belongs to a strand.</summary>
internal sealed class Probes(TimeProvider time)
{
    private readonly Dictionary<long, (List<FrameBody.Probed> Answers, Signal Wake)> _open = [];
    private long _number;

    /// <param name="ask">Sends the question of this number out and gives this node's own answer.</param>
    /// <param name="expected">So many answers are waited for.</param>
    public async Task<IReadOnlyList<FrameBody.Probed>> AskAsync(
        Func<long, FrameBody.Probed> ask, int expected, TimeSpan patience, CancellationToken token)
    {
        var number = ++_number;
        var (answers, wake) = (new List<FrameBody.Probed>(), new Signal(time));
        _open[number] = (answers, wake);
        try
        {
            answers.Add(ask(number));
            var began = time.GetTimestamp();
            while (answers.Count < expected
                && patience - time.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            {
                await wake.WaitAsync(left, token);
            }

            return answers;
        }
        finally
        {
            _open.Remove(number);
        }
    }

    public void Hear(FrameBody.Probed answer)
    {
        if (_open.TryGetValue(answer.Number, out var open)
            && open.Answers.TrueForAll(known => known.Node != answer.Node))
        {
            open.Answers.Add(answer);
            open.Wake.Set();
        }
    }
}
