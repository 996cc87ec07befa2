using Muster.Domain.Organization;
using Muster.Domain.People;
using NodaTime;

namespace Muster.Domain.Tests.People;

public sealed class DatedListTests
{
    private static readonly TeamId One = new(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly TeamId Two = new(Guid.Parse("00000000-0000-7000-8000-000000000002"));
    private static readonly LocalDate Day = new(2026, 11, 21);

    [Fact]
    public void A_value_holds_from_its_day_until_the_next()
    {
        var teams = new DatedList<TeamId>([]).Set(Day, One).Set(Day.PlusDays(5), Two).Set(Day.PlusDays(9), null);

        Assert.Null(teams.At(Day.PlusDays(-1)));
        Assert.Equal(One, teams.At(Day.PlusDays(4)));
        Assert.Equal(Two, teams.At(Day.PlusDays(8)));
        Assert.Null(teams.At(Day.PlusDays(9)));
    }

    [Fact]
    public void Setting_it_drops_what_was_to_follow_and_says_nothing_twice()
    {
        var teams = new DatedList<TeamId>([]).Set(Day, One).Set(Day.PlusDays(5), Two);

        Assert.Equal(teams.Set(Day.PlusDays(3), One), new DatedList<TeamId>([]).Set(Day, One));
    }
}
