namespace Muster.Server.Api.Schedules;

/// <summary>The address of a calendar, told once.</summary>
/// <param name="Path">On this server. Whoever has it reads the calendar.</param>
public sealed record NewCalendarView(string Path, DateTimeOffset CreatedAt);
