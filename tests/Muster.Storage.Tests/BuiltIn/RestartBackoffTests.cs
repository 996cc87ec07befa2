using Muster.Storage.BuiltIn;

namespace Muster.Storage.Tests.BuiltIn;

public sealed class RestartBackoffTests
{
    [Fact]
    public void The_first_restart_is_at_once_and_the_later_ones_wait_longer_up_to_five_seconds()
    {
        var first = default(RestartBackoff);
        var delays = new[] { first, first.Next, first.Next.Next, first.Next.Next.Next, first.Next.Next.Next.Next };

        Assert.Equal([0, 0.2, 1, 5, 5], delays.Select(one => one.Delay.TotalSeconds));
    }

    [Fact]
    public void A_server_that_had_settled_is_restarted_at_once_again()
    {
        var worn = new RestartBackoff(3);

        Assert.Equal(worn, worn.AfterLife(RestartBackoff.Settled - TimeSpan.FromTicks(1)));
        Assert.Equal(default, worn.AfterLife(RestartBackoff.Settled));
    }
}
