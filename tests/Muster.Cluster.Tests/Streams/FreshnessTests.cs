using Muster.Cluster.Streams;

namespace Muster.Cluster.Tests.Streams;

public sealed class FreshnessTests
{
    private readonly Freshness _freshness = new();

    [Fact]
    public void Before_any_answer_nothing_is_fresh() => Assert.Null(_freshness.At);

    [Fact]
    public void An_answer_that_is_applied_counts_from_the_question()
    {
        _freshness.Asked(100, new ScopePosition(1, 5), new ScopePosition(1, 5));
        Assert.Equal(100, _freshness.At);
    }

    [Fact]
    public void An_answer_ahead_counts_only_when_it_is_applied()
    {
        _freshness.Asked(100, new ScopePosition(1, 6), new ScopePosition(1, 5));
        Assert.Null(_freshness.At);
        _freshness.Applied(new ScopePosition(1, 6));
        Assert.Equal(100, _freshness.At);
    }

    [Fact]
    public void An_answer_of_an_older_timeline_does_not_count()
    {
        _freshness.Asked(100, new ScopePosition(1, 6), new ScopePosition(2, 1));
        Assert.Null(_freshness.At);
    }

    [Fact]
    public void It_never_goes_back()
    {
        _freshness.Asked(200, new ScopePosition(1, 5), new ScopePosition(1, 5));
        _freshness.Asked(100, new ScopePosition(1, 5), new ScopePosition(1, 5));
        Assert.Equal(200, _freshness.At);
    }

    [Fact]
    public void More_open_answers_than_are_kept_do_not_stop_it()
    {
        for (var asked = 1; asked <= 100; asked++)
        {
            _freshness.Asked(asked, new ScopePosition(1, 6), new ScopePosition(1, 5));
        }

        _freshness.Applied(new ScopePosition(1, 6));
        _freshness.Asked(101, new ScopePosition(1, 6), new ScopePosition(1, 6));
        Assert.Equal(101, _freshness.At);
    }

    [Fact]
    public void An_answer_that_the_database_has_lost_since_is_not_waited_for()
    {
        _freshness.Asked(100, new ScopePosition(1, 6), new ScopePosition(1, 5));
        _freshness.Asked(200, new ScopePosition(1, 5), new ScopePosition(1, 5));
        Assert.Equal(200, _freshness.At);
    }

    [Fact]
    public void An_answer_to_an_earlier_question_refutes_nothing()
    {
        _freshness.Asked(200, new ScopePosition(1, 6), new ScopePosition(1, 4));
        _freshness.Asked(100, new ScopePosition(1, 5), new ScopePosition(1, 4));
        _freshness.Applied(new ScopePosition(1, 6));
        Assert.Equal(200, _freshness.At);
    }

    [Fact]
    public void A_former_primary_refutes_nothing_of_the_present_one()
    {
        _freshness.Asked(100, new ScopePosition(2, 6), new ScopePosition(2, 5));
        _freshness.Asked(200, new ScopePosition(1, 9), new ScopePosition(2, 5));
        Assert.Null(_freshness.At);
        _freshness.Applied(new ScopePosition(2, 6));
        Assert.Equal(100, _freshness.At);
    }
}
