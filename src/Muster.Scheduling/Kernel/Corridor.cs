namespace Muster.Scheduling.Kernel;

/// <summary>
/// How far a roster may be from the present one: on no day has it, counted from the window's first day or since a span
/// began, more or less than that. The present roster is always inside.
/// </summary>
/// <param name="Shifts">Of paid time, in longest shifts.</param>
internal readonly record struct Corridor(int Shifts, int Weekends);
