using Muster.Domain.People;
using Muster.Server.Adherence.Today;
using NodaTime;

namespace Muster.Server.Tests.Adherence;

public sealed class PresenceDeskTests
{
    private static readonly LocalDate Today = new(2026, 3, 2);
    private static readonly Interval Range =
        new(Today.AtMidnight().InUtc().ToInstant(), Today.PlusDays(1).AtMidnight().InUtc().ToInstant());

    private readonly PresenceDesk _desk = new(TimeProvider.System);
    private readonly TodayFold _fold = new(Today);

    [Fact]
    public async Task Who_asks_the_same_is_answered_at_once_and_another_question_has_its_turn_later()
    {
        AgentId[] north = [new AgentId(Guid.NewGuid())];
        AgentId[] south = [new AgentId(Guid.NewGuid())];
        _desk.Answer(_fold);
        var asked = new[] { north, north, south }.Select(one => _desk.AskAsync(one, Range, default)).ToList();

        _desk.Answer(_fold);

        var first = await asked[0];
        Assert.NotNull(first);
        Assert.Same(first, await asked[1]);
        Assert.False(asked[2].IsCompleted);
        _desk.Answer(_fold);
        Assert.NotNull(await asked[2]);
    }

    [Fact]
    public async Task When_nothing_is_known_any_more_nobody_waits()
    {
        _desk.Answer(_fold);
        var asked = new[] { 1, 2 }.Select(_ => _desk.AskAsync([], Range, default)).ToList();

        _desk.Answer(null);

        Assert.All(await Task.WhenAll(asked), Assert.Null);
        Assert.Null(await _desk.AskAsync([], Range, default));
    }
}
