using PersonalDataHub.Hub.FunctionalTests.Hosting;
using PersonalDataHub.Hub.FunctionalTests.Registrants;

namespace PersonalDataHub.Hub.FunctionalTests.Databases;

public sealed class FindRegistrantOnSqliteTests(SharedHub shared) : FindRegistrantTests(shared), IClassFixture<SharedHub>;

public sealed class IdentityCasesOnSqliteTests(SharedHub shared) : IdentityCasesTests(shared), IClassFixture<SharedHub>;
