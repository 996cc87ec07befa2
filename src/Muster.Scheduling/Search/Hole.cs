namespace Muster.Scheduling.Search;

/// <summary>A place where coverage is short.</summary>
/// <param name="Wanted">The option or the planning group that is short.</param>
internal readonly record struct Hole(int Day, int Wanted);
