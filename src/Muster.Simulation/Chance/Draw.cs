namespace Muster.Simulation.Chance;

/// <summary>
/// What is drawn, each from a stream of its own. The numbers are part of what a seed means: never reuse one.
/// </summary>
internal enum Draw
{
    Arrival = 1,
    HandleTime = 2,
    AfterCallWork = 3,
    Patience = 4,
    DayFactor = 5,
    Attendance = 6,
}
