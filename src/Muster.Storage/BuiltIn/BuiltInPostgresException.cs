using static Muster.Storage.BuiltIn.BuiltInPostgresFailure;

namespace Muster.Storage.BuiltIn;

/// <summary>Why the built-in PostgreSQL cannot run: one sentence, and on a new line what may help.</summary>
public sealed class BuiltInPostgresException : Exception
{
    private BuiltInPostgresException(
        BuiltInPostgresFailure failure,
        string sentence,
        string advice,
        Exception? inner = null)
        : base($"{sentence}\nMaybe {advice}", inner)
    {
        Failure = failure;
    }

    public BuiltInPostgresFailure Failure { get; }

    internal static BuiltInPostgresException NoProgramsFound(string tried) => new(
        NoPrograms,
        $"No PostgreSQL 15 or newer was found ({tried}).",
        "install Node.js and build again, install PostgreSQL, or name a server with --database.");

    internal static BuiltInPostgresException NoProgramsOfVersion(string cluster, int major, string found) => new(
        WrongVersion,
        $"The data in {cluster} was made by PostgreSQL {major}, and of that version none was found ({found}).",
        $"install PostgreSQL {major}, or choose another --data directory.");

    internal static BuiltInPostgresException NotACluster(string cluster) => new(
        DirectoryUnusable,
        $"The directory {cluster} holds something that is not a PostgreSQL cluster.",
        "move it away, or choose another --data directory.");

    internal static BuiltInPostgresException Unusable(string directory, Exception inner) => new(
        DirectoryUnusable,
        $"The data directory {directory} cannot be used: {inner.Message.TrimEnd('.')}.",
        "give this user the right to write there, or choose another --data directory.",
        inner);

    internal static BuiltInPostgresException Unreachable(string directory, string user) => new(
        DirectoryUnusable,
        $"The user {user}, who runs PostgreSQL because root may not, cannot enter the data directory {directory}.",
        "choose a --data directory outside of private folders such as /root, or run Muster as an ordinary user.");

    internal static BuiltInPostgresException OwnedByAnother(string cluster, string owner, string user) => new(
        DirectoryUnusable,
        $"The cluster in {cluster} belongs to the user {owner}, not to {user}.",
        $"run Muster as {owner} or as root, or choose another --data directory.");

    internal static BuiltInPostgresException OwnedByNobody(string cluster, string owner) => new(
        DirectoryUnusable,
        $"The cluster in {cluster} belongs to {owner}, and PostgreSQL runs as an ordinary user of this machine only.",
        $"give it back to who ran it, such as \"chown -R muster {cluster}\": a copy may have lost its owner.");

    internal static BuiltInPostgresException NoOrdinaryUser(string names) => new(
        NoUser,
        $"PostgreSQL may not run as root, and no user of this machine is called {names}.",
        "add one with \"useradd --system muster\", or run Muster as an ordinary user.");

    internal static BuiltInPostgresException HeldBy(string directory, string process) => new(
        InUse,
        $"The data directory {directory} is in use by another Muster, process {process}.",
        "stop it, or choose another --data directory.");

    internal static BuiltInPostgresException DiskFull(string directory, string said) => new(
        NoSpace,
        $"PostgreSQL cannot start because the disk of {directory} is full: {said}",
        "free some space there and start again; nothing has been lost.");

    internal static BuiltInPostgresException CannotStart(string program, string said) => new(
        NotStarted,
        $"{program} failed and said: {said}",
        "the last lines name the cause; the data has not been touched.");

    internal static BuiltInPostgresException CannotEnd(string processes) => new(
        NotStopped,
        $"Processes left over from an earlier PostgreSQL do not end, not even when killed: {processes}.",
        "they wait for a disk or network drive that does not answer; look at that, or restart the machine.");
}
