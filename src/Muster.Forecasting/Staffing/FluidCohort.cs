namespace Muster.Forecasting.Staffing;

/// <summary>What becomes of the contacts that arrive in one interval, first come first served.</summary>
/// <param name="Immediate">Met no backlog.</param>
/// <param name="InTime">Waited for the backlog, but no longer than the threshold.</param>
/// <param name="Served">All that are served before the last interval ends, with and without a wait.</param>
/// <param name="Wait">Sum of the waits of the served, in intervals.</param>
/// <param name="BacklogAtEnd">Waiting when the interval ends, of whichever interval.</param>
internal record struct FluidCohort(double Immediate, double InTime, double Served, double Wait, double BacklogAtEnd);
