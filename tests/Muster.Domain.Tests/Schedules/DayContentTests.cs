using Muster.Domain.Schedules;
using static Muster.Domain.Tests.Schedules.DayText;

namespace Muster.Domain.Tests.Schedules;

public sealed class DayContentTests
{
    [Fact]
    public void The_highest_layer_counts_and_below_it_everything_is_still_there()
    {
        var day = Day("work 9-17, break 10-10:15, lunch 12-12:30, leave 12:15-17");

        Assert.Equal(
            Day("work 9-10, break 10-10:15, work 10:15-12, lunch 12-12:15, leave 12:15-17").Activities
                .OrderBy(activity => activity.Start),
            day.Visible());
        var back = new DayContent(day.Activities.Where(activity => activity.Layer != ActivityLayer.TimeOff));
        Assert.Equal(Day("work 9-17, break 10-10:15, lunch 12-12:30"), back);
    }

    [Fact]
    public void Paid_minutes_are_of_what_counts()
    {
        var day = Day("work 9-17, lunch 12-12:30, leave 15-17");

        Assert.Equal(330, day.PaidMinutes(code => code == Code("work")));
        Assert.Equal(450, day.PaidMinutes(code => code != Code("lunch")));
        Assert.Equal(0, DayContent.Free.PaidMinutes(_ => true));
    }

    [Fact]
    public void Days_with_the_same_activities_are_equal_in_whatever_order_they_were_written()
    {
        Assert.Equal(Day("work 9-17, break 10-10:15"), Day("break 10-10:15, work 9-17"));
        Assert.NotEqual(Day("work 9-17"), Day("work 9-17, break 10-10:15"));
        Assert.Equal(Day("work 10-18"), Day("work 9-17").Later(NodaTime.Duration.FromHours(1)));
    }
}
