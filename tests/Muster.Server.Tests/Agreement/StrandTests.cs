using Muster.Server.Agreement;

namespace Muster.Server.Tests.Agreement;

public sealed class StrandTests
{
    private readonly Strand _strand = new();

    [Fact]
    public async Task Work_for_a_free_strand_is_done_at_once()
    {
        var isDone = false;
        Assert.True(await Task.Run(() =>
        {
            _strand.Post(() => isDone = true);
            return isDone;
        }));
    }

    [Fact]
    public async Task What_is_posted_on_the_strand_waits_its_turn()
    {
        var order = new List<int>();
        var later = new TaskCompletionSource();
        await Task.Run(() => _strand.Post(() =>
        {
            _strand.Post(() =>
            {
                order.Add(2);
                later.SetResult();
            });
            order.Add(1);
        }));
        await later.Task;
        Assert.Equal([1, 2], order);
    }

    [Fact]
    public async Task Never_are_two_pieces_of_work_done_at_once()
    {
        var (inside, done) = (0, 0);
        async Task<bool> WorkAsync()
        {
            var isAlone = true;
            for (var turn = 0; turn < 20; turn++)
            {
                isAlone &= Interlocked.Increment(ref inside) == 1;
                done++;
                Interlocked.Decrement(ref inside);
                await Task.Yield();
            }

            return isAlone;
        }

        var work = Enumerable.Range(0, 200).Select(
            _ => Task.Run(() => _strand.RunAsync(WorkAsync, CancellationToken.None)));
        Assert.All(await Task.WhenAll(work), Assert.True);
        Assert.Equal(4_000, done);
    }

    [Fact]
    public async Task Work_stays_on_the_strand_whatever_context_it_was_brought_from()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        var work = _strand.RunAsync(
            async () =>
            {
                await Task.Yield();
                return TaskScheduler.Current == _strand;
            },
            CancellationToken.None);
        SynchronizationContext.SetSynchronizationContext(context);
        Assert.True(await work);
    }

    [Fact]
    public async Task Work_that_was_cancelled_before_its_turn_is_not_begun()
    {
        var isBegun = false;
        var work = _strand.RunAsync(() => Task.FromResult(isBegun = true), new CancellationToken(canceled: true));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.False(isBegun);
    }
}
