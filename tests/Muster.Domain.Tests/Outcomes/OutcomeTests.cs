using Muster.Domain.Outcomes;

namespace Muster.Domain.Tests.Outcomes;

public sealed class OutcomeTests
{
    [Fact]
    public void A_refusal_goes_through_what_would_follow()
    {
        Outcome<int> refused = new Refusal.Conflict("No.");

        Assert.Equal(refused.Refused, refused.Then(value => value + 1).Refused);
    }

    [Fact]
    public void What_was_refused_has_no_value()
    {
        Outcome<int> refused = new Refusal.Conflict("No.");

        Assert.Throws<InvalidOperationException>(() => refused.Value);
    }

    [Fact]
    public void What_was_done_goes_on()
    {
        Outcome<int> done = 1;

        Assert.Equal(2, done.Then(value => value + 1).Value);
    }
}
