namespace Muster.Server.Api.Adherence;

/// <summary>When something else is scheduled.</summary>
/// <param name="At">When it begins.</param>
/// <param name="Activity">What it is; null: nothing is scheduled from then on.</param>
public sealed record WallNextView(DateTimeOffset At, NamedActivityView? Activity);
