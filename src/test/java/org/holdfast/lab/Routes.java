package org.holdfast.lab;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.account.Scope;
import org.holdfast.api.Needs;

/** All that can be asked of the server, as its classes say it: {@code GET api/rooms}, {@code WS ws/chat}, {@code command post}. */
final class Routes {
    private static final String COMMAND = "org.holdfast.command.Command";

    private final Collection<Class<?>> classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.holdfast").stream()
                    .map(JavaClass::reflect)
                    .collect(Collectors.toList());

    Set<String> all() {
        return Stream.of(resources(), servlets(), sockets(), commands())
                .flatMap(routes -> routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> resources() {
        return with(Path.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .flatMap(method ->
                                verbs(method.getAnnotations()).map(verb -> verb + " api/" + path(type, method))));
    }

    /** What a login must cover for each that is of JAX-RS, where its class says so. */
    Map<String, Scope> needs() {
        var needs = new TreeMap<String, Scope>();
        with(Path.class)
                .filter(type -> type.isAnnotationPresent(Needs.class))
                .forEach(type -> Arrays.stream(type.getDeclaredMethods())
                        .forEach(method -> verbs(method.getAnnotations())
                                .forEach(verb -> needs.put(
                                        verb + " api/" + path(type, method),
                                        type.getAnnotation(Needs.class).value()))));
        return needs;
    }

    private static Stream<String> verbs(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static String path(Class<?> type, Method method) {
        var path = type.getAnnotation(Path.class).value();
        return method.isAnnotationPresent(Path.class)
                ? path + "/" + method.getAnnotation(Path.class).value()
                : path;
    }

    private Stream<String> servlets() {
        return with(WebServlet.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.matches("do[A-Z][a-z]+"))
                        .flatMap(name -> Arrays.stream(
                                        type.getAnnotation(WebServlet.class).urlPatterns())
                                .map(pattern -> name.substring(2).toUpperCase() + " " + pattern.substring(1))));
    }

    private Stream<String> sockets() {
        return with(ServerEndpoint.class)
                .map(type ->
                        "WS " + type.getAnnotation(ServerEndpoint.class).value().substring(1));
    }

    private Stream<String> commands() {
        return classes.stream()
                .filter(type -> isCommand(type) && !Modifier.isAbstract(type.getModifiers()))
                .map(type -> "command " + typeOf(type));
    }

    private static boolean isCommand(Class<?> type) {
        return type != null
                && (Arrays.stream(type.getInterfaces())
                                .anyMatch(face -> face.getName().equals(COMMAND))
                        || isCommand(type.getSuperclass()));
    }

    /** By the constructor that is for the container's proxy. */
    private static String typeOf(Class<?> command) {
        try {
            Constructor<?> constructor = command.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method type = command.getMethod("type");
            type.setAccessible(true);
            return (String) type.invoke(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(command + " does not tell its type", e);
        }
    }

    private Stream<Class<?>> with(Class<? extends Annotation> annotation) {
        return classes.stream().filter(type -> type.isAnnotationPresent(annotation));
    }

    /** Whether there is a servlet that answers, and says in another way where it is: that one would be missed. */
    boolean hasServletWithoutPatterns() {
        return classes.stream()
                .filter(HttpServlet.class::isAssignableFrom)
                .filter(Routes::answers)
                .anyMatch(type -> !type.isAnnotationPresent(WebServlet.class)
                        || type.getAnnotation(WebServlet.class).urlPatterns().length == 0);
    }

    private static boolean answers(Class<?> servlet) {
        return Arrays.stream(servlet.getDeclaredMethods())
                .map(Method::getName)
                .anyMatch(name -> name.matches("do[A-Z][a-z]+|service"));
    }
}
