namespace Muster.Server.Live;

/// <summary>What a follower of a topic is told.</summary>
/// <param name="Cursor">From which it goes on, on any node.</param>
/// <param name="IsWhole">
/// The data take the place of all that is known; without data, what is shown has to be read again. Else they add to it.
/// </param>
/// <param name="Data">Written as the API writes everything.</param>
public sealed record LivePage(string Cursor, bool IsWhole, object? Data);
