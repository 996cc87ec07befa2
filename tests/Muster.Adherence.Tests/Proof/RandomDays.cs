using Muster.Adherence.Schedules;
using Muster.Domain.Organization;
using Muster.Domain.Schedules;
using Muster.Domain.Time;
using NodaTime;

namespace Muster.Adherence.Tests.Proof;

/// <summary>Days of work drawn by chance: shifts that may pass midnight, breaks, meetings, leave.</summary>
internal sealed class RandomDays(Random random, IReadOnlyList<ActivityFacts> activities, DateTimeZone zone)
{
    public DayContent Content(LocalDate day)
    {
        if (random.Next(8) == 0)
        {
            return DayContent.Free;
        }

        var start = Days.Start(day, zone) + Duration.FromMinutes(5 * random.Next(0, 24 * 12));
        var minutes = 15 * random.Next(1, 40);
        var all = new List<PlannedActivity> { new(ActivityLayer.Work, start, minutes, Work()) };
        for (var i = random.Next(6); i > 0; i--)
        {
            var length = random.Next(4) == 0 ? random.Next(1, 12) : 15 * random.Next(1, 5);
            all.Add(new PlannedActivity(ActivityLayer.Inside, Within(start, minutes), length, Inside()));
        }

        if (random.Next(4) == 0)
        {
            all.Add(new PlannedActivity(
                ActivityLayer.Work, start + Duration.FromMinutes(minutes), 15 * random.Next(1, 12), Work()));
        }

        if (random.Next(5) == 0)
        {
            all.Add(new PlannedActivity(
                ActivityLayer.TimeOff, Within(start, minutes), 15 * random.Next(1, 20),
                Code(ActivityCategory.TimeOff)));
        }

        return new DayContent(all);
    }

    /// <summary>The same day with something changed.</summary>
    public DayContent Changed(LocalDate day, DayContent before)
    {
        if (before.IsFree || random.Next(4) == 0)
        {
            return Content(day);
        }

        var all = before.Activities.ToList();
        var place = random.Next(all.Count);
        var one = all[place];
        all.RemoveAt(place);
        if (random.Next(3) > 0)
        {
            all.Add(one with { Start = one.Start + Duration.FromMinutes(random.Next(-60, 61)) });
        }

        return new DayContent(all);
    }

    private Instant Within(Instant start, int minutes) => start + Duration.FromMinutes(random.Next(minutes));

    private ActivityCodeId Work() => Code(random.Next(4) == 0 ? ActivityCategory.OtherWork : ActivityCategory.OnQueue);

    private ActivityCodeId Inside() => Code((ActivityCategory)random.Next((int)ActivityCategory.Training + 1));

    private ActivityCodeId Code(ActivityCategory category)
    {
        var fitting = activities.Where(one => one.Category == category).ToList();
        return fitting[random.Next(fitting.Count)].Id;
    }
}
