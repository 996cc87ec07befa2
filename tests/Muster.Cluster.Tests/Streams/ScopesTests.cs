using Muster.Cluster.Streams;
using Muster.Cluster.Tests.Simulation;

namespace Muster.Cluster.Tests.Streams;

public sealed class ScopesTests
{
    private static readonly ScopeName Scope = new("access");

    private readonly SimBench _bench = new();
    private readonly SimBenchNode _node;
    private readonly Scopes _scopes;
    private readonly Cached<ChangeMarks> _content;

    public ScopesTests()
    {
        _node = _bench.Node("a");
        _scopes = new Scopes(_node.Stores, new StreamTiming(), _node.Time);
        _content = _scopes.Follow(Scope, new ChangeMarksContent(Scope, _node.Stores));
        _node.Process.Start(() => _scopes.RunAsync(CancellationToken.None));
        _bench.Pass(100);
    }

    private bool IsFresh => _scopes.FreshAt(Scope, out _) is not null;

    [Fact]
    public void A_notice_of_a_timeline_that_the_database_does_not_have_only_asks_it()
    {
        var written = _bench.Write(Scope, "x");

        _node.Do(() => _scopes.HearNotice(Scope, new ScopePosition(9, 1)));
        _bench.Pass(10);

        Assert.True(IsFresh);
        Assert.Equal(written.Position, _content.Applied);
    }

    [Fact]
    public void A_notice_of_the_timeline_that_the_database_has_is_followed()
    {
        var written = _bench.Write(Scope, "x");

        _node.Do(() => _scopes.HearNotice(Scope, written.Position));
        _bench.Pass(10);

        Assert.Equal(written.Position, _content.Applied);
    }

    [Fact]
    public void Who_hears_of_a_newer_timeline_from_another_node_serves_nothing_until_the_database_has_it()
    {
        _node.Do(() => _scopes.Hear(Scope, new ScopePosition(2, 0), null));
        _bench.Pass(100);
        Assert.False(IsFresh);

        _bench.Database.FailOver(0);
        _bench.Pass(2_000);

        Assert.True(IsFresh);
        Assert.Equal(2, _content.Applied.Timeline);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_follower_that_fails_ends_the_whole_instead_of_standing_still(bool isFollowedLater)
    {
        var scopes = new Scopes(_node.Stores, new StreamTiming(), _node.Time);
        var running = Task.CompletedTask;
        if (!isFollowedLater)
        {
            scopes.Follow(Scope, new BrokenContent());
        }

        _node.Do(() => running = scopes.RunAsync(CancellationToken.None));
        _bench.Pass(100);
        if (isFollowedLater)
        {
            Assert.False(running.IsCompleted);
            _node.Do(() => scopes.Follow(Scope, new BrokenContent()));
            _bench.Pass(100);
        }

        Assert.IsType<InvalidDataException>(running.Exception?.InnerException);
    }

    private sealed class BrokenContent : IScopeContent<string>
    {
        public Task<ScopeSnapshot<string>> LoadAsync(CancellationToken token) =>
            Task.FromException<ScopeSnapshot<string>>(new InvalidDataException("The content makes no sense."));

        public ValueTask<string> ApplyAsync(string content, ScopeDelta delta, CancellationToken token) =>
            ValueTask.FromResult(content);

        public long? VersionOf(string content, string entity, string id) => null;
    }
}
