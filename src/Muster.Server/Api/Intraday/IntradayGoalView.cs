namespace Muster.Server.Api.Intraday;

/// <summary>The service level to reach: a part, 0 to 1, within so many seconds.</summary>
public sealed record IntradayGoalView(double ServiceLevel, double Seconds);
