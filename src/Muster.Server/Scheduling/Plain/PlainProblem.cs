using System.Text.Json.Nodes;
using NodaTime;

namespace Muster.Server.Scheduling.Plain;

/// <summary>What <c>muster build</c> reads: who, by which contracts, for what.</summary>
/// <param name="FirstDay">A Monday.</param>
/// <param name="IntervalMinutes">15 or 30.</param>
/// <param name="Zone">Where clocks may be moved: Europe/Berlin; absent: every day has 24 hours.</param>
/// <param name="WorkPlans">With the fields that work plans have in the API; breaks have a name and paid instead of a
/// code.</param>
public sealed record PlainProblem(
    LocalDate FirstDay, IReadOnlyList<PlainNeed> Required, IReadOnlyList<JsonObject> WorkPlans,
    IReadOnlyList<PlainEmployee> Employees, int Weeks = 1, int IntervalMinutes = 15, string Zone = "UTC");
