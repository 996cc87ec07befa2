using Muster.Cluster.Mesh;
using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Mesh;

public sealed class ProbesTests
{
    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly Probes _probes;

    public ProbesTests()
    {
        _node = _bench.Node("a");
        _probes = new Probes(_node.Time);
    }

    [Fact]
    public async Task The_nodes_own_answer_counts()
    {
        var asked = Ask(expected: 1);
        Assert.True(asked.IsCompletedSuccessfully);
        Assert.Equal("a", Assert.Single(await asked).Node.Name);
    }

    [Fact]
    public async Task It_ends_when_all_have_answered()
    {
        var asked = Ask(expected: 2);
        Assert.False(asked.IsCompleted);
        Hear(Answer(1, "b"));
        Assert.True(asked.IsCompletedSuccessfully);
        Assert.Equal(["a", "b"], (await asked).Select(answer => answer.Node.Name));
    }

    [Fact]
    public async Task It_ends_when_patience_ends()
    {
        var asked = Ask(expected: 2);
        _bench.Pass(999);
        Assert.False(asked.IsCompleted);
        _bench.Pass(1);
        Assert.True(asked.IsCompletedSuccessfully);
        Assert.Single(await asked);
    }

    [Fact]
    public void A_second_answer_of_the_same_node_is_none()
    {
        var asked = Ask(expected: 3);
        Hear(Answer(1, "b"), Answer(1, "b"));
        Assert.False(asked.IsCompleted);
    }

    [Fact]
    public void An_answer_to_another_question_is_none()
    {
        var asked = Ask(expected: 2);
        Hear(Answer(2, "b"));
        Assert.False(asked.IsCompleted);
    }

    private static FrameBody.Probed Answer(long number, string name) =>
        new(number, new NodeId(name, 1), new ScopePosition(1, 1), 1, true);

    private Task<IReadOnlyList<FrameBody.Probed>> Ask(int expected) => _node.Do(() => _probes.AskAsync(
        number => Answer(number, "a"), expected, TimeSpan.FromSeconds(1), CancellationToken.None));

    private void Hear(params FrameBody.Probed[] answers)
    {
        foreach (var answer in answers)
        {
            _node.Do(() => _probes.Hear(answer));
        }

        _bench.Pass(1);
    }
}
