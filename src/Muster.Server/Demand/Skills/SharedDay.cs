using Muster.Domain.Outcomes;
using Muster.Simulation;
using Muster.Simulation.Results;
using Muster.Simulation.Staffing;
using NodaTime;

namespace Muster.Server.Demand.Skills;

/// <summary>A day of some planning groups whose contacts agents with several skills share.</summary>
internal sealed class SharedDay(IReadOnlyList<SharedQueue> queues, IReadOnlyList<SkilledGroup> groups)
{
    private const int MinutesPerDay = 24 * 60;

    private readonly SharedCentre _centre = new(queues, groups);

    public IReadOnlyList<SharedQueue> Queues => queues;

    /// <summary>The longest interval of all: a requirement is for one.</summary>
    public int Minutes => queues.Max(queue => queue.Minutes);

    public static Outcome<SharedDay> Of(
        LocalDate date, IReadOnlyList<SharedPart> parts, IReadOnlyList<SkilledGroup> groups)
    {
        var queues = new List<SharedQueue>(parts.Count);
        foreach (var part in parts)
        {
            if (part.Days.FirstOrDefault(day => day.Date == date) is not { } day)
            {
                return new Refusal.Invalid("date", $"{date:uuuu-MM-dd} is no day of the forecast of {part.Group.Name}, "
                    + $"which has {part.Days[0].Date:uuuu-MM-dd} to {part.Days[^1].Date:uuuu-MM-dd}.");
            }

            var queue = SharedQueue.Of(part, day);
            if (queue.Refused is { } refused)
            {
                return refused;
            }

            queues.Add(queue.Value);
        }

        return new SharedDay(queues, groups);
    }

    /// <summary>A sentence of the simulation with the planning groups as people call them.</summary>
    public string? Named(string? sentence) => queues.Aggregate(
        sentence, (text, queue) => text?.Replace($"{queue.Group.Id}", queue.Group.Name, StringComparison.Ordinal));

    /// <summary>Whether anything comes from one minute of the day to another.</summary>
    public bool HasContacts(int from, int to) => queues.Any(queue => queue.ContactsIn(from, to) > 0);

    /// <summary>
    /// When the interval begins that this minute is in or, where nothing comes then, the next one in which something
    /// does; null: none does on that day.
    /// </summary>
    public int? IntervalAt(int minute)
    {
        for (var begin = minute - (minute % Minutes); begin < MinutesPerDay; begin += Minutes)
        {
            if (HasContacts(begin, begin + Minutes))
            {
                return begin;
            }
        }

        return null;
    }

    /// <param name="calls">So many are simulated of each staffing.</param>
    public StaffingAnswer Smallest(int from, int to, int calls, CancellationToken token) =>
        StaffingSearch.Smallest(_centre.Problem(from, to, calls), token);

    /// <summary>What the groups' agents reach.</summary>
    public SimulationResult Simulate(int from, int to, double volumeFactor, CancellationToken token) => Simulator.Run(
        _centre.Window(from, to, volumeFactor), _centre.Days(from, to, volumeFactor), token);
}
